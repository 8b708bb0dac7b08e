// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LanesView } from './LanesView';
import { barsNamed, matching, soughtOf } from './search';
import { lanesOf } from './some';

const NAMES = ['checkout.pay', 'checkout.reserve', 'Load theme', 'x‮pay'];

/** Not in the order of time. */
const lanes = lanesOf(
  [
    { lane: 0, row: 0, start: 700, duration: 20, name: 0 },
    { lane: 0, row: 0, start: 100, duration: 20, name: 1 },
    { lane: 1, row: 0, start: 300, duration: 20, name: 0 },
    { lane: 1, row: 0, start: 400, duration: 20, name: 2 },
    { lane: 0, row: 0, start: 5, duration: 1, name: 3 },
  ],
  [-1, -1],
  [],
  NAMES,
);

let root: HTMLElement;

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', class {
    observe() {}
    disconnect() {}
  });
  root = document.createElement('div');
  document.body.append(root);
});

afterEach(() => {
  render(null, root);
  root.remove();
  vi.unstubAllGlobals();
});

const box = () => root.querySelector('input[type=search]') as HTMLInputElement;
const told = () => root.querySelector('header [role=status], .tools [role=status], span[role=status]')?.textContent ?? '';
const chosen = () => root.querySelector('p.unseen')?.textContent ?? '';

function show(of = lanes) {
  act(() => render(<LanesView lanes={of} doors={{ href: () => undefined, navigate: () => {} }} />, root));
}

function type(words: string) {
  act(() => {
    box().value = words;
    box().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function press(key: string, shiftKey = false) {
  act(() => {
    box().dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true }));
  });
}

test('names are found by a part of them, in any case', () => {
  expect([...matching(lanes, 'PAY')]).toEqual([0, 3]);
  expect([...matching(lanes, '  theme ')]).toEqual([2]);
  expect([...matching(lanes, ' ')]).toEqual([]);
  expect([...matching(lanes, '.*')]).toEqual([]);
});

test('the bars with these names stand in the order of time', () => {
  expect(barsNamed(lanes, new Set([0, 3]))).toEqual([4, 2, 0]);
  expect(barsNamed(lanes, new Set())).toEqual([]);
});

test('nothing is faint where nothing is found', () => {
  expect(soughtOf(lanes, new Set())).toBeUndefined();
  expect([...(soughtOf(lanes, new Set([1])) ?? [])]).toEqual([0, 1, 0, 0]);
});

test('who types is told how many there are, Enter walks through them by time, with Shift backwards', () => {
  show();
  expect(told()).toBe('');
  type('pay');
  expect(told()).toBe('3 found, Enter walks');
  expect(chosen()).toBe('');
  press('Enter');
  expect(told()).toBe('1 of 3');
  expect(chosen()).toContain('pay');
  press('Enter');
  expect(told()).toBe('2 of 3');
  expect(chosen()).toBe('checkout.pay, execution, 20 ns');
  press('Enter');
  press('Enter');
  expect(told()).toBe('1 of 3');
  press('Enter', true);
  expect(told()).toBe('3 of 3');
});

test('other words begin anew, none found is said and Enter does nothing', () => {
  show();
  type('pay');
  press('Enter');
  type('reserve');
  expect(told()).toBe('1 found, Enter walks');
  press('Enter');
  expect(chosen()).toBe('checkout.reserve, execution, 20 ns');
  type('nowhere');
  expect(told()).toBe('none');
  press('Enter');
  expect(chosen()).toBe('checkout.reserve, execution, 20 ns');
  type('');
  expect(told()).toBe('');
});

test('a name of a log that turns the writing is shown, not obeyed', () => {
  show();
  type('x');
  press('Enter');
  expect(chosen()).not.toContain('‮');
  expect(chosen()).toContain('\\u202e');
});

test('a closer look with other bars forgets which one was walked to', () => {
  show();
  type('pay');
  press('Enter');
  press('Enter');
  show(lanesOf([{ lane: 0, row: 0, start: 1, duration: 5, name: 0 }], [-1, -1], [], NAMES));
  expect(told()).toBe('1 found, Enter walks');
  press('Enter');
  expect(told()).toBe('1 of 1');
});

test('a match in a folded lane is brought to light', () => {
  const inner = { lane: 0, row: 1, start: 50, duration: 10, name: 1 };
  const high = lanesOf(
    [{ lane: 0, row: 0, start: 0, duration: 100, name: 0 }, inner, { lane: 1, row: 0, start: 0, duration: 9, name: 2 }],
    [-1, -1],
    [],
    NAMES,
  );
  show(high);
  const fold = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'fold lanes');
  act(() => fold?.click());
  expect([...root.querySelectorAll('button')].some(({ textContent }) => textContent === 'open lanes')).toBe(true);
  type('reserve');
  press('Enter');
  expect([...root.querySelectorAll('button')].some(({ textContent }) => textContent === 'fold lanes')).toBe(true);
  expect(chosen()).toBe('checkout.reserve, execution, 10 ns');
});

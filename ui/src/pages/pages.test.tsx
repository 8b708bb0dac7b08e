// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, test } from 'vitest';
import type { Cell, Step, Timeline } from '../exhibits/answer';
import { pointsOf, up } from './coverage/points';
import { Markdown, partsOf } from './findings/markdown';
import { scoreOf, wordsOf } from './shared/score';

const text = (words: string): Cell => ({ value: { kind: 'text', text: words } });
const many = (count: number): Cell => ({ value: { kind: 'count', count } });

function step(name: string, facts: Record<string, Cell>): Step {
  const attributes = Object.entries(facts).map(([label, cell]) => ({ label, cell }));
  return { name: text(name), startNanos: null, endNanos: null, attributes };
}

test('a score has its movements, and each step at the beat that it is', () => {
  const timeline: Timeline = {
    kind: 'timeline',
    title: '',
    total: 2,
    whenEmpty: '',
    tracks: [
      {
        name: text('Order'),
        attributes: [{ label: 'executions', cell: many(3) }],
        steps: [step('1 a', { movement: text('First') }), step('2 b', { movement: text('First') }), step('3 c', { movement: text('Second') })],
      },
      {
        name: text('x'),
        attributes: [{ label: 'ended', cell: text('completed') }],
        steps: [
          step('3 c', { manner: text('out of order'), beat: many(2) }),
          step('9 z', { manner: text('extra') }),
          step('1 a', { manner: text('documented'), beat: many(0), failed: text('yes') }),
          step('2 b', { manner: text('missing'), beat: many(1) }),
        ],
      },
    ],
  };
  const score = scoreOf(timeline);
  expect(score?.movements).toEqual([
    { name: 'First', beats: 2 },
    { name: 'Second', beats: 1 },
  ]);
  const laid = score?.laid[0];
  expect(laid?.deviates).toBe(true);
  expect(laid?.notes.map((notes) => wordsOf(notes, true))).toEqual([
    'ran, failed',
    'documented, did not run',
    'out of order: ran as step 1',
  ]);
  expect([...(laid?.extra ?? [])].map(([after, notes]) => [after, notes[0]?.name])).toEqual([[2, '9 z']]);
  expect(wordsOf([], false)).toBe('not reached');
});

test('what is hot makes most of all runs, and what is tested is so by half of its lines or by a call', () => {
  const row = (name: string, runs: number, tests: string, lines?: number): Cell[] => [
    text(name),
    many(runs),
    text(tests),
    { value: lines === undefined ? { kind: 'unknown' } : { kind: 'share', millionths: lines } },
  ];
  const points = pointsOf({
    kind: 'table',
    title: '',
    columns: ['handler', 'runs', 'tests', 'lines'].map((title) => ({ title, kind: 'text', note: '' })),
    rows: [row('never', 0, 'none'), row('often', 90, 'none', 100_000), row('some', 8, 'call it'), row('few', 2, 'call it', 900_000), row('said', 1, 'said, not measured')],
    total: 5,
    whenEmpty: '',
  });
  expect(points.map(({ name, hot, tested }) => [name, hot, tested])).toEqual([
    ['often', true, 'untested'],
    ['some', false, 'tested'],
    ['few', false, 'tested'],
    ['said', false, 'said'],
    ['never', false, 'untested'],
  ]);
  expect(points.map((point) => Math.round(100 * up(point, 90)))).toEqual([100, 46, 15, 0, -100]);
});

test('the page of a rule is read as text: nothing of it is an element that it did not ask for', () => {
  const page = '# A001: x\n\n**What.** A `beat` <img src=x onerror=alert(1)>\nof it.\n\n- one\n- two\n\n```\na\n  b\n```\n';
  expect(partsOf(page).map(({ kind }) => kind)).toEqual(['paragraph', 'item', 'item', 'listing']);
  const host = document.createElement('div');
  render(<Markdown text={page} />, host);
  expect(host.querySelector('img')).toBeNull();
  expect(host.querySelector('b')?.textContent).toBe('What.');
  expect(host.querySelector('pre')?.textContent).toBe('a\n  b');
  expect(host.textContent).toContain('<img src=x onerror=alert(1)>');
});

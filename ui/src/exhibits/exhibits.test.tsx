// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Cell, Exhibit, Reference, Value } from './answer';
import { ExhibitView } from './ExhibitView';
import { keyOf, type Doors } from './references';

const execution: Reference = { kind: 'execution', execution: '0123456789abcdef' };
const elsewhere: Reference = { kind: 'session', session: 'fedcba9876543210' };
const navigate = vi.fn();
const doors: Doors = { href: (reference) => (reference === execution ? `#/${keyOf(reference)}` : undefined), navigate };

let page: HTMLElement;

beforeEach(() => {
  page = document.createElement('div');
  document.body.append(page);
});

afterEach(() => {
  render(null, page);
  page.remove();
  navigate.mockClear();
});

function show(exhibit: Exhibit): void {
  act(() => render(<ExhibitView exhibit={exhibit} doors={doors} />, page));
}

function cell(value: Value, ...references: Reference[]): Cell {
  return { value, references };
}

function texts(selector: string): (string | null)[] {
  return [...page.querySelectorAll(selector)].map((element) => element.textContent);
}

function table(rows: Cell[][]): Exhibit {
  const columns = [
    { title: 'handler', kind: 'text' as const, note: '' },
    { title: 'p95', kind: 'number' as const, note: 'the `nearest rank`' },
  ];
  return { kind: 'table', title: 'slow', columns, rows, total: rows.length + 5, whenEmpty: 'nothing ran' };
}

const rows = [3, 10, 1, 7, 5, 2].map((millis) => [
  cell({ kind: 'code', text: `h${millis}` }, execution),
  cell({ kind: 'duration', nanos: millis * 1e6 }),
]);

test('a table is sorted by the head of a column and filtered by words', () => {
  show(table(rows));
  expect(page.querySelector('.aside')?.textContent).toBe('6 of 11');
  expect(texts('.notes dt, .notes dd')).toEqual(['p95', 'the nearest rank']);
  const head = page.querySelectorAll('th button')[1] as HTMLElement;
  act(() => head.click());
  expect(texts('tbody tr td:first-child')).toEqual(['h10', 'h7', 'h5', 'h3', 'h2', 'h1']);
  expect(page.querySelectorAll('th')[1]?.getAttribute('aria-sort')).toBe('descending');
  const filter = page.querySelector('input') as HTMLInputElement;
  filter.value = 'ms h1';
  act(() => {
    filter.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(texts('tbody tr td:first-child')).toEqual(['h10', 'h1']);
  expect(page.querySelector('[role=status]')?.textContent).toBe('2 of 6');
});

test('of many rows only those that are seen are drawn', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => rows[index % rows.length] ?? []);
  show(table(many));
  expect(page.querySelectorAll('tbody tr').length).toBeLessThan(200);
  expect(page.querySelector('table')?.getAttribute('aria-rowcount')).toBe('100001');
});

test('a reference is a link where the page can show it, else words with a title', () => {
  show({ kind: 'summary', title: '', facts: [
    { label: 'one', cell: cell({ kind: 'code', text: 'x' }, elsewhere, execution) },
    { label: 'two', cell: cell({ kind: 'code', text: 'y' }, elsewhere) },
  ] });
  const link = page.querySelector('a') as HTMLAnchorElement;
  expect(link.getAttribute('href')).toBe('#/execution/0123456789abcdef');
  act(() => link.click());
  expect(navigate).toHaveBeenCalledWith(execution);
  expect(page.querySelectorAll('a').length).toBe(1);
  expect(page.querySelector('dd span[title]')?.getAttribute('title')).toBe('session fedcba9876543210');
});

test('empty is explained', () => {
  show(table([]));
  expect(page.textContent).toContain('nothing ran');
  show({ kind: 'matrix', title: 'm', rows: [], columns: [], values: [], quantity: 'count', whenEmpty: 'no matrix' });
  expect(page.textContent).toContain('no matrix');
  show({ kind: 'findings', title: 'f', findings: [], rules: [{ rule: 'EXEC001', checks: 1234 }], whenEmpty: 'all well' });
  expect(page.textContent).toContain('all well');
  expect(page.textContent).toContain('EXEC001 1,234 times');
});

test('text of a log is text', () => {
  const hostile = '<img src=x onerror=alert(1)></script>\u202e';
  show({ kind: 'document', title: hostile, blocks: [
    { kind: 'paragraph', text: hostile },
    { kind: 'listing', language: 'log', place: 'a.log:7', firstLine: 7, marked: 8, lines: ['one', `\t${hostile}`] },
  ] });
  expect(page.querySelector('img')).toBeNull();
  expect(page.querySelector('p')?.textContent).toBe('<img src=x onerror=alert(1)></script>\\u202e');
  expect(page.querySelector('.marked')?.textContent).toContain('8    <img');
});

test('every kind of value is shown', () => {
  const values: Value[] = [
    { kind: 'text', text: 'words' },
    { kind: 'code', text: '  indented' },
    { kind: 'count', count: '-8446744073709551615' },
    { kind: 'bytes', bytes: 1336371 },
    { kind: 'duration', nanos: 1234000 },
    { kind: 'instant', nanos: 0 },
    { kind: 'share', millionths: 123456 },
    { kind: 'change', millionths: -35000 },
    { kind: 'spark', values: [1, null, 3] },
    { kind: 'unknown' },
  ];
  show({ kind: 'table', title: 'all', columns: values.map(({ kind }) => ({ title: kind, kind: 'text', note: '' })),
    rows: [values.map((value) => cell(value))], total: 1, whenEmpty: '' });
  expect(texts('tbody td')).toEqual(['words', '  indented', '-8,446,744,073,709,551,615', '1.3 MB', '1.23 ms',
    '1970-01-01T00:00:00.000Z', '12.3 %', '-3.5 %', '', '–']);
  expect(page.querySelector('.spark')?.getAttribute('aria-label')).toBe('3 steps, 1 of them unknown, highest at step 3');
});

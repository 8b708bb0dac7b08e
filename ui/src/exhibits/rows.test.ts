import { expect, test } from 'vitest';
import type { Cell } from './answer';
import { matching, nextOrder, ordered, rowTexts } from './rows';

const rows: Cell[][] = [
  [{ value: { kind: 'code', text: 'Cart.add10' } }, { value: { kind: 'duration', nanos: 5 } }],
  [{ value: { kind: 'code', text: 'Cart.add9' } }, { value: { kind: 'unknown' } }],
  [{ value: { kind: 'code', text: 'Search.find' } }, { value: { kind: 'duration', nanos: '9007199254740993' } }],
  [{ value: { kind: 'code', text: 'Cart.add9' } }, { value: { kind: 'duration', nanos: 7 } }],
];
const all = [0, 1, 2, 3];

test('figures go from the largest, then from the smallest, then as they were', () => {
  const first = nextOrder(undefined, 1, 'number');
  expect(ordered(rows, all, first)).toEqual([2, 3, 0, 1]);
  const second = nextOrder(first, 1, 'number');
  expect(ordered(rows, all, second)).toEqual([0, 3, 2, 1]);
  expect(nextOrder(second, 1, 'number')).toBeUndefined();
  expect(ordered(rows, all, undefined)).toBe(all);
});

test('words go from A, numbers in them by their size, equals as they were', () => {
  expect(ordered(rows, all, nextOrder(undefined, 0, 'text'))).toEqual([1, 3, 0, 2]);
});

test('a row is found by all of the words', () => {
  const texts = rowTexts(rows);
  expect(matching(texts, rows.length, '')).toEqual(all);
  expect(matching(texts, rows.length, 'ADD9 7')).toEqual([3]);
  expect(matching(texts, rows.length, 'nothing')).toEqual([]);
});

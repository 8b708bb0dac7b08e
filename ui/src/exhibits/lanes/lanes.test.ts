import { expect, test } from 'vitest';
import type { Lanes } from '../answer';
import { boxesOf, foldable, foldedAtFirst, HEADING, keyOf, ROW, STRIP } from './layout';
import { firstReaching, rowsOf } from './levels';
import { barAt, laneAt, neighbour } from './pick';
import { lanesOf, someBars } from './some';
import { flagsOf } from './words';

test('each bar stands in one row, by its start', () => {
  const bars = someBars(1);
  const lanes = lanesOf(bars);
  const rows = rowsOf(lanes);
  expect(rows.flatMap((row) => [...row.bars]).sort((one, other) => one - other)).toEqual(bars.map((_, bar) => bar));
  for (const row of rows) {
    const starts = [...row.bars].map((bar) => bars[bar]?.start ?? 0);
    expect(starts).toEqual([...starts].sort((one, other) => one - other));
    expect([...row.reach]).toEqual([...row.reach].sort((one, other) => one - other));
  }
});

test('a long bar before a moment is found, however many follow it', () => {
  const lanes = lanesOf([{ lane: 0, row: 0, start: 0, duration: 1_000 }, ...Array.from({ length: 50 }, (_, at) => ({ lane: 0, row: 0, start: at, duration: 1 }))]);
  const row = rowsOf(lanes)[0];
  expect(row && firstReaching(row, 900)).toBe(0);
  expect(row && firstReaching(row, 1_001)).toBe(51);
});

test('lanes stand under each other, those of a folded one are hidden', () => {
  const lanes = lanesOf(
    [
      { lane: 1, row: 0, start: 0, duration: 5 },
      { lane: 1, row: 1, start: 0, duration: 5 },
      { lane: 2, row: 0, start: 0, duration: 5 },
    ],
    [-1, 0, -1],
    [1],
  );
  const open = boxesOf(lanes, new Set());
  expect(open.boxes.map(({ index, depth }) => [index, depth])).toEqual([
    [0, 0],
    [1, 1],
    [2, 0],
  ]);
  expect(open.boxes[1]?.rowsTop).toBe((open.boxes[1]?.top ?? 0) + HEADING + STRIP);
  expect(open.boxes[1]?.height).toBe(2 * ROW);
  expect(open.boxes.every(({ top, height, rowsTop }, at) => at === 0 || top >= (open.boxes[at - 1]?.rowsTop ?? 0) + (open.boxes[at - 1]?.height ?? 0) && rowsTop + height <= open.height)).toBe(true);
  expect(keyOf(lanes, 1)).toBe('/lane 0/lane 1');
  expect(foldable(lanes)).toEqual(['/lane 0/lane 1']);
  const folded = boxesOf(lanes, new Set(['/lane 0/lane 1']));
  expect(folded.boxes[1]).toMatchObject({ folded: true, height: ROW });
  expect(boxesOf(lanes, new Set(['/lane 0'])).boxes.map(({ index }) => index)).toEqual([0, 2]);
});

test('many high lanes are folded before anybody says a word, few are not', () => {
  const many = Array.from({ length: 8 }, (_, lane) => Array.from({ length: 10 }, (_, row) => ({ lane, row, start: 0, duration: 1 }))).flat();
  expect(foldedAtFirst(lanesOf(many, Array.from({ length: 8 }, () => -1))).size).toBe(8);
  expect(foldedAtFirst(lanesOf([{ lane: 0, row: 0, start: 0, duration: 1 }])).size).toBe(0);
});

function byLane(lanes: Lanes): Map<number, ReturnType<typeof rowsOf>> {
  const rows = rowsOf(lanes);
  return new Map(lanes.lanes.map((_, lane) => [lane, rows.filter((row) => row.lane === lane)]));
}

const few = lanesOf([
  { lane: 0, row: 0, start: 0, duration: 100 },
  { lane: 0, row: 0, start: 200, duration: 100 },
  { lane: 0, row: 1, start: 20, duration: 10 },
  { lane: 1, row: 0, start: 210, duration: 10 },
]);

test('a bar is found where it is drawn, and near there', () => {
  const { boxes } = boxesOf(few, new Set());
  const top = boxes[0]?.rowsTop ?? 0;
  expect(laneAt(boxes, 1)).toBe(0);
  expect(laneAt(boxes, top + 1)).toBe(-1);
  expect(barAt(few, boxes, byLane(few), 50, top + 1, 0)).toBe(0);
  expect(barAt(few, boxes, byLane(few), 150, top + 1, 5)).toBe(-1);
  expect(barAt(few, boxes, byLane(few), 197, top + 1, 5)).toBe(1);
  expect(barAt(few, boxes, byLane(few), 25, top + ROW + 1, 0)).toBe(2);
  const folded = boxesOf(few, new Set(foldable(few))).boxes;
  expect(barAt(few, folded, byLane(few), 25, top + 1, 0)).toBe(2);
  expect(barAt(few, folded, byLane(few), 60, top + 1, 0)).toBe(0);
});

test('arrows lead along a row, and to the nearest of the next one', () => {
  const { boxes } = boxesOf(few, new Set());
  const rows = byLane(few);
  expect(neighbour(few, boxes, rows, -1, 'ArrowRight', 0)).toBe(0);
  expect(neighbour(few, boxes, rows, 0, 'ArrowRight', 0)).toBe(1);
  expect(neighbour(few, boxes, rows, 0, 'ArrowLeft', 0)).toBe(0);
  expect(neighbour(few, boxes, rows, 0, 'ArrowDown', 0)).toBe(2);
  expect(neighbour(few, boxes, rows, 2, 'ArrowDown', 0)).toBe(3);
  expect(neighbour(few, boxes, rows, 3, 'ArrowDown', 0)).toBe(3);
  expect(neighbour(few, boxes, rows, 2, 'ArrowUp', 0)).toBe(0);
});

test('flags are told in words, the gravest first', () => {
  expect(flagsOf(0)).toEqual([]);
  expect(flagsOf(1 | 2 | 4)).toEqual(['failed', 'the bottleneck']);
  expect(flagsOf(2 | 32)).toEqual(['did not end in the log', 'on the critical path']);
});

import { expect, test } from 'vitest';
import type { Lanes } from '../answer';
import { boxesOf, drawnOf, firstReaching, foldable, foldedAtFirst, HEADING, keyOf, ROW, rowsOf, STRIP, type Drawn } from './layout';
import { barAt, laneAt, neighbour } from './pick';
import { flagsOf } from './words';

interface Bar {
  lane: number;
  row: number;
  start: number;
  duration: number;
  count?: number;
  flags?: number;
}

function lanesOf(bars: Bar[], parents: number[] = [-1, -1], marks: number[] = []): Lanes {
  const zeros = bars.map(() => 0);
  return {
    kind: 'lanes',
    title: 'what ran when',
    fromNanos: '1795379530499999999',
    toNanos: '1795379531499999999',
    lanes: parents.map((parent, lane) => ({
      name: { value: { kind: 'code', text: `lane ${lane}` } },
      parent,
      kind: 'sequence',
      rows: 1 + Math.max(-1, ...bars.filter((bar) => bar.lane === lane).map(({ row }) => row)),
      note: '',
    })),
    names: [{ value: { kind: 'code', text: 'n' } }],
    executions: [],
    bars: {
      lane: bars.map(({ lane }) => lane),
      row: bars.map(({ row }) => row),
      kind: zeros,
      name: zeros,
      start: bars.map(({ start }) => start),
      duration: bars.map(({ duration }) => duration),
      count: bars.map(({ count }) => count ?? 1),
      busy: zeros,
      flags: bars.map(({ flags }) => flags ?? 0),
      parent: bars.map(() => -1),
      execution: bars.map(() => -1),
      offset: bars.map(() => -1),
    },
    marks: { lane: marks, kind: marks, name: marks.map(() => 0), at: marks, count: marks, execution: marks, offset: marks },
    links: { from: [], to: [], kind: [] },
    total: bars.reduce((all, { count }) => all + (count ?? 1), 0),
    whenEmpty: 'nothing ran',
  };
}

/** The same numbers for the same seed. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function someBars(seed: number): Bar[] {
  const next = random(seed);
  return Array.from({ length: 400 }, () => ({
    lane: Math.floor(next() * 2),
    row: Math.floor(next() * 3),
    start: Math.floor(next() * 10_000),
    duration: next() < 0.7 ? Math.floor(next() * 20) : next() < 0.1 ? -1 : Math.floor(next() * 3_000),
    count: 1 + Math.floor(next() * 5),
  }));
}

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

test.each([1, 7, 60, 500, 20_000])('what is drawn stands for every run, %i nanoseconds a pixel', (perPixel) => {
  for (let seed = 1; seed <= 20; seed++) {
    const lanes = lanesOf(someBars(seed));
    const drawn: Drawn[] = [];
    rowsOf(lanes).forEach((row) => drawnOf(lanes, row, 0, 20_000, perPixel, drawn));
    expect(drawn.reduce((all, { count }) => all + count, 0)).toBe(lanes.total);
  }
});

test('what is drawn of a stretch stands for all that reaches into it', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const bars = someBars(seed);
    const lanes = lanesOf(bars);
    const drawn: Drawn[] = [];
    rowsOf(lanes).forEach((row) => drawnOf(lanes, row, 3_000, 4_000, 50, drawn));
    const inside = bars.filter(({ start, duration }) => start <= 4_000 && start + Math.max(0, duration) >= 3_000);
    expect(drawn.reduce((all, { count }) => all + count, 0)).toBe(inside.reduce((all, { count }) => all + (count ?? 1), 0));
  }
});

test('bars that share a pixel are joined with all that is told apart of them', () => {
  const lanes = lanesOf([
    { lane: 0, row: 0, start: 100, duration: 1, flags: 1 },
    { lane: 0, row: 0, start: 102, duration: 2, count: 7, flags: 2 },
    { lane: 0, row: 0, start: 103, duration: 500 },
    { lane: 0, row: 0, start: 700, duration: 0 },
  ]);
  const drawn: Drawn[] = [];
  rowsOf(lanes).forEach((row) => drawnOf(lanes, row, 0, 1_000, 10, drawn));
  expect(drawn).toEqual([
    { bar: 0, from: 100, to: 104, count: 8, flags: 3 },
    { bar: 2, from: 103, to: 603, count: 1, flags: 0 },
    { bar: 3, from: 700, to: 700, count: 1, flags: 0 },
  ]);
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

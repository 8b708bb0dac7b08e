import { expect, test } from 'vitest';
import { Fit } from './fit';
import { Drawn, drawnOf, rowsOf, sharing, type Grain, type RowOfBars } from './levels';
import { APART, eachSign, marksOf } from './marks';
import { lanesOf, random, SOME_NAMES, someBars, type SomeBar } from './some';

const WIDTH = 300;

/** One thing that is drawn, found the long way. */
interface Naive {
  bar: number;
  bars: number;
  from: number;
  to: number;
  count: number;
  flags: number;
  part: number;
  sought: number;
}

/** Looks at each bar of a row by itself and puts those that are narrow into their slots. */
function naive(bars: SomeBar[], lane: number, row: number, from: number, to: number, grain: Grain, sought?: Uint8Array): Naive[] {
  const room = grain.perPixel * grain.slot;
  const left = Math.floor(from / grain.perPixel);
  const slots = new Map<number, Naive & { rank: number; longest: number }>();
  const wide: Naive[] = [];
  bars
    .map((bar, index) => ({ ...bar, index, length: Math.max(0, bar.duration), count: bar.count ?? 1, flags: bar.flags ?? 0 }))
    .filter((bar) => bar.lane === lane && bar.row === row && bar.start <= to && bar.start + bar.length >= from)
    .sort((one, other) => one.start - other.start)
    .forEach((bar) => {
      const worked = bar.count <= 1 ? bar.length : (bar.busy ?? 0);
      const wanted = sought ? (sought[bar.name ?? 0] ?? 0) : 1;
      if (bar.length >= room) {
        const end = bar.start + bar.length;
        const [x, until] = [Math.floor(bar.start / grain.perPixel) - left, Math.floor(end / grain.perPixel) - left];
        wide.push({ bar: bar.index, bars: 1, from: x, to: until, count: bar.count, flags: bar.flags, part: worked / bar.length, sought: wanted });
        return;
      }
      const slot = Math.floor(bar.start / room);
      const rank = ((bar.flags & 65) === 0 ? 0 : 2) + wanted;
      const known = slots.get(slot);
      if (!known) {
        const x = slot * grain.slot - left;
        const alone = { bar: bar.index, bars: 1, from: x, to: x + grain.slot, count: bar.count, flags: bar.flags, part: worked / room, sought: wanted };
        slots.set(slot, { ...alone, rank, longest: bar.length });
        return;
      }
      known.bars++;
      known.count += bar.count;
      known.flags |= bar.flags;
      known.part += worked / room;
      known.sought |= wanted;
      if (rank > known.rank || (rank === known.rank && bar.length > known.longest)) {
        Object.assign(known, { bar: bar.index, rank, longest: bar.length });
      }
    });
  const narrow = [...slots.values()].map(({ rank, longest, ...one }) => (void rank, void longest, one));
  return [...wide, ...narrow].sort(byPlace);
}

function byPlace(one: Naive, other: Naive): number {
  return one.from - other.from || one.to - other.to || one.bar - other.bar;
}

function drawn(row: RowOfBars, from: number, to: number, grain: Grain, sought?: Uint8Array, width = 1e9): Naive[] {
  const into = new Drawn();
  drawnOf(row, { from, to, width, top: 0, worded: true, sought }, grain, into);
  return Array.from({ length: into.size }, (_, one) => ({
    bar: into.bar[one] ?? -1,
    bars: into.bars[one] ?? 0,
    from: into.from[one] ?? 0,
    to: into.to[one] ?? 0,
    count: into.count[one] ?? 0,
    flags: into.flags[one] ?? 0,
    part: into.part[one] ?? 0,
    sought: into.sought[one] ?? 0,
  })).sort(byPlace);
}

const exactly = (list: Naive[]) => list.map((one) => ({ ...one, part: Math.round(one.part * 1e9) }));

test.each([0.3, 1, 7, 60, 500, 20_000])('what is drawn is what the long way finds, %d nanoseconds a pixel', (perPixel) => {
  for (let seed = 1; seed <= 30; seed++) {
    const next = random(seed * 7);
    const bars = someBars(seed);
    const sought = next() < 0.5 ? Uint8Array.from(SOME_NAMES, () => (next() < 0.4 ? 1 : 0)) : undefined;
    const grain = { perPixel, slot: 2 + (seed % 2) };
    // Nothing is cut at the left edge here: edges are looked at below.
    const to = next() * 12_000;
    for (const row of rowsOf(lanesOf(bars, [-1, -1], [], SOME_NAMES))) {
      expect(exactly(drawn(row, 0, to, grain, sought))).toEqual(exactly(naive(bars, row.lane, row.row, 0, to, grain, sought)));
    }
  }
});

test.each([1, 7, 60, 500, 20_000])('counts add up and every failure is kept, %i nanoseconds a pixel', (perPixel) => {
  for (let seed = 1; seed <= 30; seed++) {
    const bars = someBars(seed);
    const lanes = lanesOf(bars, [-1, -1], [], SOME_NAMES);
    const grain = { perPixel, slot: 2 };
    const from = seed * 100;
    const to = from + 4_000;
    const reaching = bars.filter(({ start, duration }) => start <= to && start + Math.max(0, duration) >= from);
    const all = rowsOf(lanes).flatMap((row) => drawn(row, from, to, grain).map((one) => ({ ...one, row })));
    expect(all.reduce((sum, { count }) => sum + count, 0)).toBe(reaching.reduce((sum, { count }) => sum + (count ?? 1), 0));
    for (const bar of reaching.filter(({ flags }) => flags === 1)) {
      const x = Math.floor(bar.start / perPixel) - Math.floor(from / perPixel);
      const there = all.filter(({ row, flags }) => row.lane === bar.lane && row.row === bar.row && (flags & 1) !== 0);
      expect(there.some((one) => one.from <= Math.max(x, -16) && one.to >= Math.min(x, -16))).toBe(true);
    }
    // What is drawn of several with a failure among them has the name of one that failed.
    for (const one of all.filter(({ flags }) => (flags & 1) !== 0)) {
      expect(bars[one.bar]?.flags).toBe(1);
    }
  }
});

test('a picture that is moved joins the same bars', () => {
  for (let seed = 1; seed <= 10; seed++) {
    const rows = rowsOf(lanesOf(someBars(seed)));
    const grain = { perPixel: 13, slot: 2 };
    for (const row of rows) {
      const whole = drawn(row, 0, 20_000, grain);
      for (const from of [13, 14, 1_000, 4_567.8]) {
        const left = Math.floor(from / grain.perPixel);
        const inside = drawn(row, from, 20_000, grain).filter((one) => one.from > 2);
        expect(inside.map((one) => ({ ...one, from: one.from + left, to: one.to + left })).sort(byPlace)).toEqual(
          whole.filter((one) => one.from - left > 2),
        );
      }
    }
  }
});

test('bars that touch share an edge, and none is drawn over the next', () => {
  const next = random(5);
  const bars: SomeBar[] = [];
  for (let start = 0; start < 5_000; ) {
    const duration = 1 + Math.floor(next() * 90);
    bars.push({ lane: 0, row: 0, start, duration });
    start += duration;
  }
  const row = rowsOf(lanesOf(bars))[0] as RowOfBars;
  const wide = drawn(row, 0, 5_000, { perPixel: 0.7, slot: 1 });
  wide.forEach((one, at) => expect(at === 0 || one.from === wide[at - 1]?.to).toBe(true));
});

test('far beyond the edges nothing is drawn, and what reaches in is cut there', () => {
  const lanes = lanesOf([{ lane: 0, row: 0, start: 0, duration: 1e15 }]);
  const found = drawn(rowsOf(lanes)[0] as RowOfBars, 5e14, 5e14 + 300, { perPixel: 1, slot: 2 }, undefined, WIDTH);
  expect(found).toMatchObject([{ from: -16, to: WIDTH + 16 }]);
});

test('who points at joined bars is told of the one that failed, and of how many there are', () => {
  const bars = [
    { lane: 0, row: 0, start: 100, duration: 1 },
    { lane: 0, row: 0, start: 102, duration: 2, count: 7, flags: 1 },
    { lane: 0, row: 0, start: 107, duration: 8 },
    { lane: 0, row: 0, start: 130, duration: 500 },
    { lane: 0, row: 0, start: 700, duration: 0 },
  ];
  const row = rowsOf(lanesOf(bars))[0] as RowOfBars;
  const grain = { perPixel: 10, slot: 2 };
  expect([0, 1, 2].map((bar) => sharing(row, bar, grain, undefined))).toEqual(Array(3).fill({ bar: 1, bars: 3 }));
  expect(sharing(row, 3, grain, undefined)).toEqual({ bar: 3, bars: 1 });
  expect(sharing(row, 4, grain, undefined)).toEqual({ bar: 4, bars: 1 });
  expect(sharing(row, 0, { perPixel: 0.1, slot: 2 }, undefined)).toEqual({ bar: 0, bars: 1 });
  for (let seed = 1; seed <= 10; seed++) {
    const some = someBars(seed);
    for (const each of rowsOf(lanesOf(some, [-1, -1], [], SOME_NAMES))) {
      const shown = drawn(each, 0, 20_000, grain);
      const counts = new Map(shown.map((one) => [one.bar, one.bars]));
      each.bars.forEach((bar) => {
        const told = sharing(each, bar, grain, undefined);
        expect(counts.get(told.bar)).toBe(told.bars);
      });
    }
  }
});

test('each frame uses what the last one left', () => {
  const row = rowsOf(lanesOf(Array.from({ length: 5_000 }, (_, at) => ({ lane: 0, row: 0, start: at * 100, duration: 90 }))))[0] as RowOfBars;
  const into = new Drawn();
  const place = { from: 0, to: 500_000, width: 50_000, top: 0, worded: true, sought: undefined };
  drawnOf(row, place, { perPixel: 10, slot: 2 }, into);
  expect(into.size).toBe(5_000);
  expect(into.count.slice(0, into.size).every((count) => count === 1)).toBe(true);
  const kept = into.bar;
  into.clear();
  drawnOf(row, place, { perPixel: 10, slot: 2 }, into);
  expect(into.bar).toBe(kept);
  expect(into.size).toBe(5_000);
});

test('signs that share a place are one, and their counts add up', () => {
  const next = random(3);
  const at = Array.from({ length: 500 }, () => Math.floor(next() * 10_000));
  const lanes = lanesOf([], [-1, -1]);
  lanes.marks = {
    ...lanes.marks,
    at,
    lane: at.map((_, mark) => mark % 2),
    kind: at.map((_, mark) => (mark % 3 === 0 ? 0 : 1)),
    count: at.map((_, mark) => 1 + (mark % 4)),
  };
  const rows = marksOf(lanes);
  expect(rows.map(({ kind }) => kind)).toEqual([1, 1, 0, 0]);
  for (const perPixel of [1, 3, 50, 2_000]) {
    let sum = 0;
    for (const row of rows) {
      let last = -1;
      eachSign(row, 0, 10_000, perPixel, (moment, count) => {
        const place = Math.floor(moment / (perPixel * APART));
        expect(place).toBeGreaterThan(last);
        const inside = at.filter(
          (one, mark) =>
            lanes.marks.lane[mark] === row.lane && lanes.marks.kind[mark] === row.kind && Math.floor(one / (perPixel * APART)) === place,
        );
        expect(moment).toBe(Math.min(...inside));
        last = place;
        sum += count;
      });
    }
    expect(sum).toBe(lanes.marks.count.reduce((one, other) => one + other, 0));
  }
});

test('words are measured once and cut where they end, not within a character', () => {
  let asked = 0;
  const fit = new Fit((words) => (asked++, [...words].length * 10));
  expect(fit.cut('checkout', 80)).toBe('checkout');
  expect(fit.cut('checkout', 79)).toBe('checko…');
  expect(fit.cut('checkout', 29)).toBe('');
  const before = asked;
  expect(fit.cut('checkout', 79)).toBe('checko…');
  expect(asked).toBe(before);
  expect(fit.cut('😀😀😀😀', 39)).toBe('😀😀…');
  expect(fit.cut('x'.repeat(300), 1e9)).toBe(`${'x'.repeat(200)}…`);
});

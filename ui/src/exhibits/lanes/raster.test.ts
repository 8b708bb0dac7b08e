import { expect, test } from 'vitest';
import { ROW } from './layout';
import { Drawn, drawnOf, rowsOf } from './levels';
import { raster, slotOf, type Bitmap, type Inks } from './raster';
import { lanesOf, SOME_NAMES, someBars, type SomeBar } from './some';

const WIDTH = 240;
const PER_PIXEL = 41;
const ERR = 0xff0000ff;
const INKS: Inks = {
  kinds: Uint32Array.from({ length: 9 }, (_, kind) => 0xff000100 + kind),
  hatched: Uint32Array.from({ length: 9 }, (_, kind) => 0xff000200 + kind),
  ink: 0xff111111,
  err: ERR,
  warn: 0xff00aaff,
};

/** One row after the other, none over another. */
function painted(bars: SomeBar[], from: number, density = 1, sought?: Uint8Array): { bitmap: Bitmap; rows: ReturnType<typeof rowsOf> } {
  const lanes = lanesOf(bars, [-1, -1], [], SOME_NAMES);
  const rows = rowsOf(lanes);
  const width = WIDTH * density;
  const height = rows.length * ROW * density;
  const bitmap = { width, height, pixels: new Uint32Array(width * height) };
  const drawn = new Drawn();
  const grain = { perPixel: PER_PIXEL / density, slot: slotOf(density) };
  rows.forEach((row, at) => {
    drawnOf(row, { from, to: from + WIDTH * PER_PIXEL, width, top: at * ROW * density, worded: true, sought }, grain, drawn);
  });
  raster(bitmap, drawn, lanes.bars.kind, INKS, density, Math.floor(from / grain.perPixel));
  return { bitmap, rows };
}

const at = (bitmap: Bitmap, x: number, y: number) => bitmap.pixels[y * bitmap.width + x] ?? 0;

test.each([1, 2])('every bar is seen where it is, nothing where none is, density %i', (density) => {
  const slot = slotOf(density);
  for (let seed = 1; seed <= 15; seed++) {
    const bars = someBars(seed);
    const from = seed * 97;
    const { bitmap, rows } = painted(bars, from, density);
    const perPixel = PER_PIXEL / density;
    const left = Math.floor(from / perPixel);
    rows.forEach((row, index) => {
      const own = bars.filter((bar) => bar.lane === row.lane && bar.row === row.row);
      const bottom = (index * ROW + ROW - 3) * density;
      for (let x = 0; x < bitmap.width; x++) {
        // Bars stand on the same line: what is drawn at all is drawn there.
        const seen = at(bitmap, x, bottom) !== 0 || at(bitmap, x, bottom - 3 * density) !== 0;
        const begin = (x + left) * perPixel;
        const inside = own.some(({ start, duration }) => start <= begin && start + Math.max(0, duration) >= begin + perPixel);
        const near = own.some(
          ({ start, duration }) => start < begin + slot * perPixel && start + Math.max(0, duration) > begin - slot * perPixel,
        );
        expect(seen || !inside, `nothing at ${x} in row ${index}, seed ${seed}`).toBe(true);
        expect(!seen || near, `something at ${x} in row ${index}, seed ${seed}`).toBe(true);
      }
    });
  }
});

test.each([1, 2])('a failure is red whatever stands beside it, density %i', (density) => {
  for (let seed = 1; seed <= 15; seed++) {
    const bars = someBars(seed);
    const { bitmap, rows } = painted(bars, 0, density);
    rows.forEach((row, index) => {
      for (const bar of bars.filter((one) => one.lane === row.lane && one.row === row.row && one.flags === 1)) {
        const slot = slotOf(density);
        const x = Math.floor(bar.start / ((PER_PIXEL / density) * slot)) * slot;
        const y = (index * ROW + ROW - 3) * density;
        const colours = Array.from({ length: slot + 1 }, (_, by) => at(bitmap, x + by, y));
        expect(x >= bitmap.width || colours.includes(ERR), `bar at ${bar.start} of row ${index}, seed ${seed}`).toBe(true);
      }
    });
  }
});

test('several are lower the less of their pixels something worked, one alone is not', () => {
  const bars = [
    { lane: 0, row: 0, start: 0, duration: 5 },
    { lane: 0, row: 0, start: 410, duration: 41 },
    { lane: 0, row: 0, start: 460, duration: 21 },
    { lane: 0, row: 0, start: 820, duration: 2 },
    { lane: 0, row: 0, start: 830, duration: 1 },
    { lane: 0, row: 0, start: 1_640, duration: 410, count: 5, busy: 205 },
  ];
  const { bitmap } = painted(bars, 0);
  const high = (x: number) => Array.from({ length: ROW }, (_, y) => at(bitmap, x, y)).filter((pixel) => pixel !== 0).length;
  expect([0, 10, 20, 41].map(high)).toEqual([14, 11, 5, 7]);
});

test('what is not sought is faint, a slot with something sought is not', () => {
  const bars = [
    { lane: 0, row: 0, start: 0, duration: 5, name: 0 },
    { lane: 0, row: 0, start: 10, duration: 1, name: 1 },
    { lane: 0, row: 0, start: 410, duration: 5, name: 0 },
  ];
  const { bitmap } = painted(bars, 0, 1, Uint8Array.from([0, 1, 0]));
  expect(at(bitmap, 0, ROW - 3) >>> 24).toBe(0xff);
  expect(at(bitmap, 10, ROW - 3) >>> 24).toBe(64);
});

test('hatching stays on the axis when it is moved', () => {
  const bars = [{ lane: 0, row: 0, start: 0, duration: 41 * 1_000, kind: 7 }];
  const one = painted(bars, 41 * 100).bitmap;
  const other = painted(bars, 41 * 105).bitmap;
  for (let y = 2; y < ROW - 2; y++) {
    for (let x = 0; x < WIDTH - 5; x++) {
      expect(at(other, x, y)).toBe(at(one, x + 5, y));
    }
  }
  expect(new Set([...one.pixels].filter((pixel) => pixel !== 0))).toEqual(new Set([0xff000107, 0xff000207]));
});

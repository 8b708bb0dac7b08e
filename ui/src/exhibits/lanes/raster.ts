/**
 * Draws bars into pixels of our own: a canvas without a graphics card needs several times as long for so many small
 * rectangles. Words are left to the canvas.
 */
import { ROW } from './layout';
import type { Drawn } from './levels';
import { BOTTLENECK, CONTRADICTED, CRITICAL, FAILED, OPEN } from './words';

/** Pixels as an `ImageData` holds them, four bytes each, row by row. */
export interface Bitmap {
  width: number;
  height: number;
  pixels: Uint32Array;
}

/** Colours as such pixels. */
export interface Inks {
  kinds: Uint32Array;
  /** The same with the background shining through, for the lines of hatching. */
  hatched: Uint32Array;
  ink: number;
  err: number;
  warn: number;
}

const FIRST_HATCHED = 4;
const LAST_HATCHED = 7;

/** Wide enough for lines on them, and for corners: pixels of the page. */
const LINED = 4;
const CORNERED = 6;
const LEAST_PART = 0.35;
const DIM = 64;
/** The last pixels of each let the background shine through, so that bars that touch are told apart. */
const SEAM = 110;

/** So many pixels narrower bars are joined: thinner ones would not be seen. */
export function slotOf(density: number): number {
  return Math.max(2, Math.round(1.5 * density));
}

/** The same colour with the background shining through. */
function faint(pixel: number, alpha: number): number {
  return ((pixel & 0xffffff) | (alpha << 24)) >>> 0;
}

/** The bars, then what is marked on them: no neighbour lies over the sign of a failure. */
export function raster(bitmap: Bitmap, drawn: Drawn, kindOf: ArrayLike<number>, inks: Inks, density: number, left: number): void {
  const high = Math.round((ROW - 4) * density);
  const inset = Math.round(2 * density);
  for (let one = 0; one < drawn.size; one++) {
    const top = (drawn.top[one] ?? 0) + inset;
    body(bitmap, drawn, one, kindOf[drawn.bar[one] ?? 0] ?? 0, top, high, inks, density, left);
  }
  for (let one = 0; one < drawn.size; one++) {
    if (drawn.flags[one] !== 0) {
      signs(bitmap, drawn, one, (drawn.top[one] ?? 0) + inset, high, inks, density);
    }
  }
}

function body(
  bitmap: Bitmap,
  drawn: Drawn,
  one: number,
  kind: number,
  top: number,
  high: number,
  inks: Inks,
  density: number,
  left: number,
): void {
  const from = drawn.from[one] ?? 0;
  const to = drawn.to[one] ?? 0;
  const wide = to - from;
  const dim = drawn.sought[one] === 0;
  const solid = inks.kinds[kind] ?? 0;
  const colour = dim ? faint(solid, DIM) : solid;
  const bottom = top + high;
  let y = top;
  const several = (drawn.count[one] ?? 1) > 1 || (drawn.bars[one] ?? 1) > 1;
  if (several) {
    // What stands for several is lower the fewer of its time something worked.
    const part = Math.min(1, Math.max(LEAST_PART, drawn.part[one] ?? 0));
    y = bottom - Math.max(1, Math.round(high * part));
  }
  if (kind >= FIRST_HATCHED && kind <= LAST_HATCHED && wide >= LINED * density) {
    const line = inks.hatched[kind] ?? 0;
    hatch(bitmap, from, y, to, bottom, colour, dim ? faint(line, DIM) : line, Math.round(6 * density), left);
    return;
  }
  const seam = Math.round(density);
  const round = !several && wide >= CORNERED * density ? seam : 0;
  for (let cut = 0; cut < round; cut++) {
    fill(bitmap, from + round - cut, y + cut, to - seam - round + cut, y + cut + 1, colour);
    fill(bitmap, from + round - cut, bottom - cut - 1, to - seam - round + cut, bottom - cut, colour);
  }
  fill(bitmap, from, y + round, to - seam, bottom - round, colour);
  fill(bitmap, to - seam, y + round, to, bottom - round, dim ? colour : faint(solid, SEAM));
}

function signs(bitmap: Bitmap, drawn: Drawn, one: number, top: number, high: number, inks: Inks, density: number): void {
  const flags = drawn.flags[one] ?? 0;
  const from = drawn.from[one] ?? 0;
  const to = drawn.to[one] ?? 0;
  const bottom = top + high;
  const dim = drawn.sought[one] === 0;
  const two = Math.round(2 * density);
  const lined = to - from >= LINED * density;
  if ((flags & OPEN) !== 0) {
    const warn = dim ? faint(inks.warn, DIM) : inks.warn;
    // A dotted end; of bars too narrow for it a single dot.
    for (let y = lined ? top : top + (high >> 1); y < bottom; y += lined ? 2 * two : high) {
      fill(bitmap, to - two, y, to, Math.min(bottom, y + two), warn);
    }
  }
  if ((flags & CRITICAL) !== 0 && lined) {
    fill(bitmap, from, top, to, top + Math.round(((flags & BOTTLENECK) !== 0 ? 3 : 1) * density), dim ? faint(inks.ink, DIM) : inks.ink);
  }
  if ((flags & (FAILED | CONTRADICTED)) !== 0) {
    fill(bitmap, from, bottom - Math.round(3 * density), Math.max(to, from + two), bottom, dim ? faint(inks.err, DIM) : inks.err);
  }
}

function fill(bitmap: Bitmap, left: number, top: number, right: number, bottom: number, colour: number): void {
  const { width, pixels } = bitmap;
  const from = Math.max(0, left);
  const to = Math.min(width, right);
  const last = Math.min(bitmap.height, bottom);
  if (to <= from) {
    return;
  }
  const few = to - from < 12;
  for (let y = Math.max(0, top); y < last; y++) {
    const line = y * width;
    if (few) {
      for (let x = line + from; x < line + to; x++) {
        pixels[x] = colour;
      }
    } else {
      pixels.fill(colour, line + from, line + to);
    }
  }
}

/** Lines that stay where they are on the axis of time when it is moved. */
function hatch(
  bitmap: Bitmap,
  left: number,
  top: number,
  right: number,
  bottom: number,
  colour: number,
  line: number,
  period: number,
  axis: number,
): void {
  const { width, pixels } = bitmap;
  const from = Math.max(0, left);
  const to = Math.min(width, right);
  const thick = period / 3;
  const phase = (((axis + from) % period) + period) % period;
  for (let y = Math.max(0, top); y < Math.min(bitmap.height, bottom); y++) {
    let at = (phase + y) % period;
    for (let x = y * width + from; x < y * width + to; x++) {
      pixels[x] = at < thick ? line : colour;
      at = at + 1 === period ? 0 : at + 1;
    }
  }
}

/** Levels of detail: what is drawn of the bars of a row where so many nanoseconds share a pixel. Nothing is left out. */
import type { Lanes } from '../answer';
import { CONTRADICTED, FAILED } from './words';

/** The bars of a row by their start, as columns, so that a frame runs through them without a look elsewhere. */
export interface RowOfBars {
  lane: number;
  row: number;
  /** Their positions in the exhibit. */
  bars: Int32Array;
  start: Float64Array;
  end: Float64Array;
  /** How far any bar up to here reaches. */
  reach: Float64Array;
  /** How many each stands for, and how long these worked. */
  count: Float64Array;
  busy: Float64Array;
  flags: Uint16Array;
  name: Int32Array;
}

/** How coarse a picture is. */
export interface Grain {
  /** Nanoseconds. */
  perPixel: number;
  /** Bars narrower than so many pixels are joined where they begin in the same so many pixels. */
  slot: number;
}

/** Rows do not change when lanes are folded. */
export function rowsOf(lanes: Lanes): RowOfBars[] {
  const { bars } = lanes;
  const found = new Map<number, number[]>();
  const most = 1 << 16;
  bars.lane.forEach((lane, bar) => {
    const key = lane * most + Math.min(most - 1, bars.row[bar] ?? 0);
    const known = found.get(key);
    if (known) {
      known.push(bar);
    } else {
      found.set(key, [bar]);
    }
  });
  return [...found].map(([key, members]) => rowOf(lanes, Math.floor(key / most), key % most, members));
}

function rowOf(lanes: Lanes, lane: number, row: number, members: number[]): RowOfBars {
  const { bars } = lanes;
  members.sort((one, other) => (bars.start[one] ?? 0) - (bars.start[other] ?? 0));
  const start = Float64Array.from(members, (bar) => bars.start[bar] ?? 0);
  const end = Float64Array.from(members, (bar) => endOf(lanes, bar));
  const count = Float64Array.from(members, (bar) => bars.count[bar] ?? 1);
  let far = -Infinity;
  return {
    lane,
    row,
    bars: Int32Array.from(members),
    start,
    end,
    reach: end.map((one) => (far = Math.max(far, one))),
    count,
    // One alone worked as long as it is.
    busy: Float64Array.from(members, (bar, at) => ((count[at] ?? 1) <= 1 ? (end[at] ?? 0) - (start[at] ?? 0) : (bars.busy[bar] ?? 0))),
    flags: Uint16Array.from(members, (bar) => bars.flags[bar] ?? 0),
    name: Int32Array.from(members, (bar) => bars.name[bar] ?? 0),
  };
}

export function endOf(lanes: Lanes, bar: number): number {
  return (lanes.bars.start[bar] ?? 0) + Math.max(0, lanes.bars.duration[bar] ?? 0);
}

/** The first position in a row whose bar, or one before it, reaches beyond a moment. */
export function firstReaching(row: RowOfBars, moment: number): number {
  return firstFrom(row.reach, moment);
}

/** The first position in ascending numbers that is not below one. */
export function firstFrom(ascending: Float64Array, least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const FIRST = 1024;

/**
 * What is drawn: single bars, and bars too narrow to be told apart as one. Columns that are kept from frame to frame, so that
 * none allocates anything.
 */
export class Drawn {
  size = 0;
  /** Whose colour and name it has: of several one that failed, else one that is sought, else the longest. */
  bar = new Int32Array(FIRST);
  /** Pixels from the left edge, the second exclusive; far beyond the edges they are cut. */
  from = new Int32Array(FIRST);
  to = new Int32Array(FIRST);
  /** Pixels from above. */
  top = new Int32Array(FIRST);
  /** How many bars it is. */
  bars = new Int32Array(FIRST);
  /** How many runs it stands for, and how much of its time something worked, from 0 to 1. */
  count = new Float64Array(FIRST);
  part = new Float64Array(FIRST);
  /** What any of them is marked as. */
  flags = new Uint16Array(FIRST);
  /** Whether any of them is sought, 1 where nothing is. */
  sought = new Uint8Array(FIRST);
  /** Whether there is room for words, as far as rows go. */
  worded = new Uint8Array(FIRST);

  clear(): void {
    this.size = 0;
  }

  /** Room for one more. */
  next(): number {
    if (this.size === this.bar.length) {
      this.bar = wider(this.bar, new Int32Array(this.size * 2));
      this.from = wider(this.from, new Int32Array(this.size * 2));
      this.to = wider(this.to, new Int32Array(this.size * 2));
      this.top = wider(this.top, new Int32Array(this.size * 2));
      this.bars = wider(this.bars, new Int32Array(this.size * 2));
      this.count = wider(this.count, new Float64Array(this.size * 2));
      this.part = wider(this.part, new Float64Array(this.size * 2));
      this.flags = wider(this.flags, new Uint16Array(this.size * 2));
      this.sought = wider(this.sought, new Uint8Array(this.size * 2));
      this.worded = wider(this.worded, new Uint8Array(this.size * 2));
    }
    return this.size++;
  }
}

function wider<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** Where a row is drawn, and what is sought. */
export interface Place {
  /** Nanoseconds. */
  from: number;
  to: number;
  /** Pixels. */
  width: number;
  top: number;
  worded: boolean;
  /** 1 for each name that is sought; absent where nothing is. */
  sought: Uint8Array | undefined;
}

/** So far beyond an edge, in pixels, that rounded corners are not seen. */
const BEYOND = 16;

/**
 * The bars of a row in a stretch of time. Pixels and slots are counted from the beginning of the axis, not from the left edge,
 * so that nothing flickers when it is moved.
 */
export function drawnOf(row: RowOfBars, place: Place, { perPixel, slot }: Grain, into: Drawn): void {
  const { start, end, count, busy, flags, name, bars } = row;
  const { from, to, width, top, sought } = place;
  const left = Math.floor(from / perPixel);
  const room = perPixel * slot;
  let open = -1;
  let opened = NaN;
  let rank = 0;
  let longest = 0;
  for (let at = firstReaching(row, from); at < bars.length; at++) {
    const begins = start[at] ?? 0;
    if (begins > to) {
      break;
    }
    const ends = end[at] ?? 0;
    if (ends < from) {
      continue;
    }
    const length = ends - begins;
    const marks = flags[at] ?? 0;
    const wanted = sought ? (sought[name[at] ?? 0] ?? 0) : 1;
    const grave = (marks & (FAILED | CONTRADICTED) ? 2 : 0) + wanted;
    const narrow = length < room;
    const here = Math.floor(begins / room);
    if (narrow && open >= 0 && here === opened) {
      into.bars[open] = (into.bars[open] ?? 0) + 1;
      into.count[open] = (into.count[open] ?? 0) + (count[at] ?? 0);
      into.part[open] = (into.part[open] ?? 0) + (busy[at] ?? 0) / room;
      into.flags[open] = (into.flags[open] ?? 0) | marks;
      into.sought[open] = (into.sought[open] ?? 0) | wanted;
      if (grave > rank || (grave === rank && length > longest)) {
        into.bar[open] = bars[at] ?? 0;
        rank = grave;
        longest = length;
      }
      continue;
    }
    const drawn = into.next();
    const x = (narrow ? here * slot : Math.floor(begins / perPixel)) - left;
    const until = narrow ? x + slot : Math.floor(ends / perPixel) - left;
    into.bar[drawn] = bars[at] ?? 0;
    into.from[drawn] = Math.max(-BEYOND, x);
    into.to[drawn] = Math.min(width + BEYOND, until);
    into.top[drawn] = top;
    into.bars[drawn] = 1;
    into.count[drawn] = count[at] ?? 0;
    into.part[drawn] = (busy[at] ?? 0) / (narrow ? room : length);
    into.flags[drawn] = marks;
    into.sought[drawn] = wanted;
    into.worded[drawn] = place.worded ? 1 : 0;
    if (narrow) {
      open = drawn;
      opened = here;
      rank = grave;
      longest = length;
    }
  }
}

/** What a bar is drawn as: the one that stands for all that share its pixels, and how many these are. */
export function sharing(row: RowOfBars, bar: number, grain: Grain, sought: Uint8Array | undefined): { bar: number; bars: number } {
  const at = row.bars.indexOf(bar);
  const begins = row.start[at] ?? 0;
  const room = grain.perPixel * grain.slot;
  const here = Math.floor(begins / room);
  const alone = { bar, bars: 1 };
  if (at < 0 || (row.end[at] ?? 0) - begins >= room) {
    return alone;
  }
  const drawn = new Drawn();
  drawnOf(row, { from: here * room, to: (here + 1) * room, width: 0, top: 0, worded: false, sought }, grain, drawn);
  for (let one = 0; one < drawn.size; one++) {
    const other = row.bars.indexOf(drawn.bar[one] ?? -1);
    const from = row.start[other] ?? 0;
    if ((row.end[other] ?? 0) - from < room && Math.floor(from / room) === here) {
      return { bar: drawn.bar[one] ?? bar, bars: drawn.bars[one] ?? 1 };
    }
  }
  return alone;
}

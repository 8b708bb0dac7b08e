/** Where everything stands: lanes under each other, their bars in rows, rows sorted by time so that a stretch is found fast. */
import { visible } from '../../base/visible';
import type { Lane, Lanes } from '../answer';
import { textOf } from '../values';

export const ROW = 18;
export const HEADING = 20;
const BETWEEN = 6;

export interface LaneBox {
  lane: Lane;
  index: number;
  name: string;
  depth: number;
  /** Of its heading, in pixels from above. */
  top: number;
  /** Of its rows. */
  rowsTop: number;
  height: number;
  folded: boolean;
  /** Whether other lanes belong to it. */
  parent: boolean;
}

/** The bars of a row, by their start. */
export interface RowOfBars {
  lane: number;
  row: number;
  bars: Int32Array;
  /** How far any bar up to here reaches. */
  reach: Float64Array;
}

export interface Layout {
  boxes: LaneBox[];
  height: number;
  rows: RowOfBars[];
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
  return [...found].map(([key, members]) => {
    members.sort((one, other) => (bars.start[one] ?? 0) - (bars.start[other] ?? 0));
    const reach = new Float64Array(members.length);
    let far = -Infinity;
    members.forEach((bar, index) => {
      far = Math.max(far, endOf(lanes, bar));
      reach[index] = far;
    });
    return { lane: Math.floor(key / most), row: key % most, bars: Int32Array.from(members), reach };
  });
}

export function endOf(lanes: Lanes, bar: number): number {
  return (lanes.bars.start[bar] ?? 0) + Math.max(0, lanes.bars.duration[bar] ?? 0);
}

/** The boxes of lanes that are not hidden by a folded one above. */
export function boxesOf(lanes: Lanes, folded: Set<number>): { boxes: LaneBox[]; height: number } {
  const children = new Map<number, number[]>();
  lanes.lanes.forEach(({ parent }, index) => {
    children.set(parent, [...(children.get(parent) ?? []), index]);
  });
  const boxes: LaneBox[] = [];
  let top = 0;
  const place = (index: number, depth: number) => {
    const lane = lanes.lanes[index];
    if (!lane) {
      return;
    }
    const isFolded = folded.has(index);
    const inner = children.get(index) ?? [];
    const height = isFolded ? 0 : Math.max(lane.rows, inner.length === 0 ? 1 : 0) * ROW;
    boxes.push({
      lane,
      index,
      name: visible(textOf(lane.name.value)),
      depth,
      top,
      rowsTop: top + HEADING,
      height,
      folded: isFolded,
      parent: inner.length > 0,
    });
    top += HEADING + height + BETWEEN;
    if (!isFolded) {
      inner.forEach((child) => place(child, depth + 1));
    }
  };
  (children.get(-1) ?? []).forEach((index) => place(index, 0));
  return { boxes, height: top };
}

/** The first position in a row whose bar, or one before it, reaches beyond a moment. */
export function firstReaching(row: RowOfBars, moment: number): number {
  let low = 0;
  let high = row.reach.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((row.reach[middle] ?? 0) < moment) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** What is drawn of a row: single bars, and runs of bars too narrow to be told apart, with how many they stand for. */
export interface Drawn {
  bar: number;
  from: number;
  to: number;
  count: number;
  flags: number;
}

/**
 * The bars of a row in a stretch of time. Bars narrower than a pixel are joined with those that share it; none is left out:
 * their counts add up.
 */
export function drawnOf(lanes: Lanes, row: RowOfBars, from: number, to: number, perPixel: number, into: Drawn[]): void {
  const { start, duration, count, flags } = lanes.bars;
  let open: Drawn | undefined;
  let pixel = NaN;
  for (let at = firstReaching(row, from); at < row.bars.length; at++) {
    const bar = row.bars[at] ?? 0;
    const begins = start[bar] ?? 0;
    if (begins > to) {
      break;
    }
    const ends = begins + Math.max(0, duration[bar] ?? 0);
    if (ends < from) {
      continue;
    }
    const narrow = ends - begins < perPixel;
    const here = Math.floor(begins / perPixel);
    if (narrow && open && here === pixel) {
      open.to = Math.max(open.to, ends);
      open.count += count[bar] ?? 1;
      open.flags |= flags[bar] ?? 0;
      continue;
    }
    const drawn = { bar, from: begins, to: ends, count: count[bar] ?? 1, flags: flags[bar] ?? 0 };
    into.push(drawn);
    open = narrow ? drawn : undefined;
    pixel = here;
  }
}

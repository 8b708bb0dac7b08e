/** Where everything stands: lanes under each other, their bars in rows, rows sorted by time so that a stretch is found fast. */
import { visible } from '../../base/visible';
import type { Lane, Lanes } from '../answer';
import { textOf } from '../values';

export const ROW = 18;
export const HEADING = 20;
/** The strip under a heading where errors and state changes stand. */
export const STRIP = 13;
const BETWEEN = 6;
/** Higher than this, all lanes are folded at first: how many there are says more than what few of them hold. */
const HIGHEST = 1100;
const MANY_LANES = 3;

export interface LaneBox {
  lane: Lane;
  index: number;
  name: string;
  depth: number;
  /** Of its heading, in pixels from above. */
  top: number;
  /** Of its marks. */
  marksTop: number;
  /** Of its rows; of the one row where a folded one shows all of them. */
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

/** What a lane is known by, in a closer look as well, where it has another position. */
export function keyOf(lanes: Lanes, index: number): string {
  const lane = lanes.lanes[index];
  return lane ? `${lane.parent < 0 ? '' : keyOf(lanes, lane.parent)}/${textOf(lane.name.value)}` : '';
}

/** The lanes that can be folded. */
export function foldable(lanes: Lanes): string[] {
  return lanes.lanes.flatMap((lane, index) => (lane.rows > 1 ? [keyOf(lanes, index)] : []));
}

/** The lanes to fold before anybody has said a word. */
export function foldedAtFirst(lanes: Lanes): Set<string> {
  const many = lanes.lanes.length > MANY_LANES && boxesOf(lanes, new Set()).height > HIGHEST;
  return new Set(many ? foldable(lanes) : []);
}

/** The boxes of lanes that are not hidden by a folded one above. */
export function boxesOf(lanes: Lanes, folded: Set<string>): { boxes: LaneBox[]; height: number } {
  const children = new Map<number, number[]>();
  lanes.lanes.forEach(({ parent }, index) => {
    children.set(parent, [...(children.get(parent) ?? []), index]);
  });
  const marked = new Set(lanes.marks.lane);
  const boxes: LaneBox[] = [];
  let top = 0;
  const place = (index: number, depth: number) => {
    const lane = lanes.lanes[index];
    if (!lane) {
      return;
    }
    const isFolded = folded.has(keyOf(lanes, index));
    const inner = children.get(index) ?? [];
    const rows = Math.max(lane.rows, inner.length === 0 ? 1 : 0);
    const height = (isFolded ? Math.min(1, rows) : rows) * ROW;
    const strip = marked.has(index) ? STRIP : 0;
    boxes.push({
      lane,
      index,
      name: visible(textOf(lane.name.value)),
      depth,
      top,
      marksTop: top + HEADING,
      rowsTop: top + HEADING + strip,
      height,
      folded: isFolded,
      parent: inner.length > 0,
    });
    top += HEADING + strip + height + BETWEEN;
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

/** Which bar is where, and which is next. */
import type { Lanes } from '../answer';
import { HEADING, ROW, type LaneBox } from './layout';
import { endOf, firstReaching, type RowOfBars } from './levels';

/** The lane whose heading is at a height, -1 where none is. */
export function laneAt(boxes: LaneBox[], y: number): number {
  return boxes.find(({ top }) => y >= top && y < top + HEADING)?.index ?? -1;
}

/** The bar at a moment and a height, or the nearest within reach; -1 where none is. */
export function barAt(
  lanes: Lanes,
  boxes: LaneBox[],
  rows: Map<number, RowOfBars[]>,
  nanos: number,
  y: number,
  reach: number,
): number {
  const box = boxes.find(({ rowsTop, height }) => y >= rowsTop && y < rowsTop + height);
  const there = (box && rows.get(box.index)) ?? [];
  if (!box?.folded) {
    const row = box && there.find((one) => one.row === Math.floor((y - box.rowsTop) / ROW));
    return row ? nearest(lanes, row, nanos, reach) : -1;
  }
  // What is inside lies on top.
  const inside = [...there].sort((one, other) => other.row - one.row);
  const exact = inside.map((row) => nearest(lanes, row, nanos, 0)).find((bar) => bar >= 0);
  return exact ?? inside.map((row) => nearest(lanes, row, nanos, reach)).find((bar) => bar >= 0) ?? -1;
}

function nearest(lanes: Lanes, row: RowOfBars, nanos: number, reach: number): number {
  let best = -1;
  let distance = reach;
  for (let at = firstReaching(row, nanos - reach); at < row.bars.length; at++) {
    const bar = row.bars[at] ?? -1;
    const start = lanes.bars.start[bar] ?? 0;
    if (start > nanos + reach) {
      break;
    }
    const away = Math.max(0, start - nanos, nanos - endOf(lanes, bar));
    if (away <= distance) {
      best = bar;
      distance = away;
      if (away === 0) {
        break;
      }
    }
  }
  return best;
}

/** The bar that an arrow key leads to: before and after within its row, else the nearest in the row above or below. */
export function neighbour(
  lanes: Lanes,
  boxes: LaneBox[],
  rows: Map<number, RowOfBars[]>,
  bar: number,
  key: string,
  from: number,
): number {
  const all = boxes
    .flatMap((box) =>
      [...(rows.get(box.index) ?? [])]
        .filter(({ row }) => !box.folded || row === 0)
        .sort((one, other) => one.row - other.row),
    );
  if (bar < 0) {
    const first = all[0];
    return first ? (first.bars[Math.min(first.bars.length - 1, firstReaching(first, from))] ?? -1) : -1;
  }
  const at = all.findIndex(({ lane, row }) => lane === lanes.bars.lane[bar] && row === lanes.bars.row[bar]);
  const row = all[at];
  if (!row) {
    return -1;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    return row.bars[row.bars.indexOf(bar) + (key === 'ArrowLeft' ? -1 : 1)] ?? bar;
  }
  const next = all[at + (key === 'ArrowUp' ? -1 : 1)];
  if (!next) {
    return bar;
  }
  const middle = ((lanes.bars.start[bar] ?? 0) + endOf(lanes, bar)) / 2;
  const near = Math.min(next.bars.length - 1, firstReaching(next, middle));
  return next.bars[near] ?? bar;
}

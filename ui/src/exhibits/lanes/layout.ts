/** Where everything stands: lanes under each other, their bars in rows. */
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

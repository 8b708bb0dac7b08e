/** Where spots are drawn: below each other, as wide as their figure is of the one that is looked at. */
import { wayTo, type Spot } from './spots';

export interface Box {
  /** The spot, or the first of several that are too narrow to be told apart. */
  spot: Spot;
  /** How many spots it stands for. */
  stands: number;
  /** Their figure. */
  total: number;
  depth: number;
  /** From the left, of 1. */
  from: number;
  width: number;
}

/** Narrower ones are joined with those beside them. */
export const LEAST = 0.002;

/** The boxes of what is looked at: those above it as wide as all, then itself and those below. */
export function boxesOf(focus: Spot, least = LEAST): Box[] {
  const way = wayTo(focus);
  const boxes: Box[] = way
    .slice(0, -1)
    .map((spot, depth) => ({ spot, stands: 1, total: spot.total, depth, from: 0, width: 1 }));
  place(focus, way.length - 1, 0, 1, least, boxes);
  return boxes;
}

function place(spot: Spot, depth: number, from: number, width: number, least: number, into: Box[]): void {
  into.push({ spot, stands: 1, total: spot.total, depth, from, width });
  let left = from;
  let narrow: Box | undefined;
  for (const child of spot.children) {
    const wide = spot.total > 0 ? (child.total / spot.total) * width : 0;
    if (wide >= least) {
      place(child, depth + 1, left, wide, least, into);
      narrow = undefined;
    } else if (narrow) {
      narrow.stands += 1;
      narrow.total += child.total;
      narrow.width += wide;
    } else {
      narrow = { spot: child, stands: 1, total: child.total, depth: depth + 1, from: left, width: wide };
      into.push(narrow);
    }
    left += wide;
  }
}

/** The box that an arrow key leads to; itself where none is there. */
export function neighbour(boxes: Box[], at: number, key: string): number {
  const box = boxes[at];
  if (!box) {
    return boxes.length > 0 ? 0 : -1;
  }
  if (key === 'ArrowUp') {
    const above = boxes.findIndex(({ spot }) => spot === box.spot.parent);
    return above < 0 ? at : above;
  }
  if (key === 'ArrowDown') {
    const below = boxes.map((_, index) => index).filter((index) => boxes[index]?.spot.parent === box.spot && boxes[index]?.depth === box.depth + 1);
    const heaviest = below.sort((one, other) => (boxes[other]?.width ?? 0) - (boxes[one]?.width ?? 0))[0];
    return heaviest ?? at;
  }
  const row = boxes
    .map((_, index) => index)
    .filter((index) => boxes[index]?.depth === box.depth)
    .sort((one, other) => (boxes[one]?.from ?? 0) - (boxes[other]?.from ?? 0));
  return row[row.indexOf(at) + (key === 'ArrowLeft' ? -1 : 1)] ?? at;
}

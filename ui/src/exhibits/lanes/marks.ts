/** Errors, state changes and messages under the heading of a lane: those that share a place are one sign that says so. */
import type { Lanes } from '../answer';
import { firstFrom } from './levels';

/** The marks of a kind in a lane, by time. */
export interface RowOfMarks {
  lane: number;
  kind: number;
  at: Float64Array;
  /** How many there are before each; one more than there are marks. */
  before: Float64Array;
}

/** A sign stands for all that begin in the same so many pixels. */
export const APART = 7;

export function marksOf(lanes: Lanes): RowOfMarks[] {
  const { marks } = lanes;
  const found = new Map<string, number[]>();
  marks.at.forEach((_, mark) => {
    const key = `${marks.lane[mark] ?? 0} ${marks.kind[mark] ?? 0}`;
    const known = found.get(key);
    if (known) {
      known.push(mark);
    } else {
      found.set(key, [mark]);
    }
  });
  const rows = [...found.values()].map((members) => {
    members.sort((one, other) => (marks.at[one] ?? 0) - (marks.at[other] ?? 0));
    const before = new Float64Array(members.length + 1);
    members.forEach((mark, at) => (before[at + 1] = (before[at] ?? 0) + (marks.count[mark] ?? 1)));
    const first = members[0] ?? 0;
    return { lane: marks.lane[first] ?? 0, kind: marks.kind[first] ?? 0, at: Float64Array.from(members, (mark) => marks.at[mark] ?? 0), before };
  });
  // Errors last, so that no other sign lies over them.
  const weight = ({ kind }: RowOfMarks) => (kind === 0 || kind === 3 ? 1 : 0);
  return rows.sort((one, other) => weight(one) - weight(other) || one.lane - other.lane || one.kind - other.kind);
}

/** Calls with the moment of the first of those that share a place, and how many they are. */
export function eachSign(row: RowOfMarks, from: number, to: number, perPixel: number, call: (at: number, count: number) => void): void {
  const room = perPixel * APART;
  let one = firstFrom(row.at, Math.floor(from / room) * room);
  while (one < row.at.length && (row.at[one] ?? 0) <= to) {
    const at = row.at[one] ?? 0;
    const slot = Math.floor(at / room);
    // The next place is looked for from here on, so a crowd costs no more than its places.
    let next = Math.max(one + 1, firstFrom(row.at, (slot + 1) * room));
    while (next < row.at.length && Math.floor((row.at[next] ?? 0) / room) === slot) {
      next++;
    }
    call(at, (row.before[next] ?? 0) - (row.before[one] ?? 0));
    one = next;
  }
}

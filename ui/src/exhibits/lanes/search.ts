/** Finds bars by the words in their names. */
import type { Lanes } from '../answer';
import { textOf } from '../values';

/** The names that hold the words. */
export function matching(lanes: Lanes, sought: string): Set<number> {
  const words = sought.trim().toLowerCase();
  const found = new Set<number>();
  if (words !== '') {
    lanes.names.forEach((name, index) => {
      if (textOf(name.value).toLowerCase().includes(words)) {
        found.add(index);
      }
    });
  }
  return found;
}

/** The bars with some names, by time. */
export function barsNamed(lanes: Lanes, names: Set<number>): number[] {
  const bars: number[] = [];
  lanes.bars.name.forEach((name, bar) => names.has(name) && bars.push(bar));
  return bars.sort((one, other) => (lanes.bars.start[one] ?? 0) - (lanes.bars.start[other] ?? 0));
}

/** 1 for each name that is sought; nothing where nothing is found, when all is drawn alike. */
export function soughtOf(lanes: Lanes, names: Set<number>): Uint8Array | undefined {
  return names.size === 0 ? undefined : Uint8Array.from(lanes.names, (_, name) => (names.has(name) ? 1 : 0));
}

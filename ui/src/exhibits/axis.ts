/** The words along the lower edge of a matrix. */
import { millis } from '../base/figures';
import type { Cell } from './answer';
import { textOf } from './values';

const DAY_MILLIS = 86_400_000;
const MINUTE_MILLIS = 60_000;
const SECOND_MILLIS = 1_000;

/** The words of each column: times of one day without the day, which the title of the axis then says. */
export function axisOf(columns: Cell[]): { title: string; words: string[] } {
  const times = columns.map(({ value }) => (value.kind === 'instant' ? millis(value.nanos) : Number.NaN));
  const first = times[0] ?? Number.NaN;
  if (times.length === 0 || times.some(Number.isNaN)) {
    return { title: '', words: columns.map((column) => textOf(column.value)) };
  }
  const oneDay = times.every((time) => Math.floor(time / DAY_MILLIS) === Math.floor(first / DAY_MILLIS));
  const minutes = times.every((time) => time % MINUTE_MILLIS === 0);
  const iso = times.map((time) => new Date(time).toISOString());
  const seconds = new Set(times.map((time) => Math.floor(time / SECOND_MILLIS))).size === times.length;
  const to = minutes ? 16 : seconds ? 19 : 23;
  return {
    title: oneDay ? `${iso[0]?.slice(0, 10)}, UTC` : 'UTC',
    words: iso.map((text) => text.slice(oneDay ? 11 : 5, to).replace('T', ' ')),
  };
}

/** Every how many columns a word has room. */
export function stepOf(words: string[], columnWidth: number): number {
  const widest = words.reduce((most, word) => Math.max(most, word.length), 1);
  return Math.max(1, Math.ceil((widest * 6.6 + 14) / columnWidth));
}

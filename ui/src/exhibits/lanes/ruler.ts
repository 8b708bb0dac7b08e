/** Round moments for an axis of time. */
import { duration } from '../../base/figures';

const STEPS = [1, 2, 5];
const HOUR = 3600e9;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** An hour to half a year. */
const HOURS = [1, 2, 3, 6, 12, 24, 2 * 24, 7 * 24, 14 * 24, 30 * 24, 60 * 24, 90 * 24, 180 * 24];

/** Every so many nanoseconds there is a line, at least so many pixels apart. */
export function stepOf(perPixel: number, apart: number): number {
  const least = Math.max(1, perPixel * apart);
  const minute = 60e9;
  for (const step of [...decimals(), 10e9, 15e9, 30e9, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute]) {
    if (step >= least) {
      return step;
    }
  }
  for (const hours of HOURS) {
    if (hours * HOUR >= least) {
      return hours * HOUR;
    }
  }
  let years = 1;
  while (years * YEAR < least) {
    years *= 2;
  }
  return years * YEAR;
}

function decimals(): number[] {
  const all: number[] = [];
  for (let power = 1; power <= 1e9; power *= 10) {
    STEPS.forEach((step) => all.push(step * power));
  }
  return all.filter((step) => step < 10e9);
}

/** A moment from the beginning, in words. */
export function momentOf(nanos: number): string {
  return duration(Math.round(nanos)).replace(/ 0 (h|min|s)$/, '');
}

/** A moment, UTC, as fine as the step between lines asks: with the day where the lines are hours apart. */
export function clockOf(epochNanos: bigint, step: number): string {
  const iso = new Date(Number(epochNanos / 1000000n)).toISOString();
  if (step >= DAY) {
    return iso.slice(0, 10);
  }
  if (step >= HOUR) {
    return iso.slice(5, 16).replace('T', ' ');
  }
  return step >= 1e9 ? iso.slice(11, 19) : iso.slice(11, 23);
}

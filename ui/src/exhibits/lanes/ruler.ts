/** Round moments for an axis of time. */
import { duration } from '../../base/figures';

const STEPS = [1, 2, 5];

/** Every so many nanoseconds there is a line, at least so many pixels apart. */
export function stepOf(perPixel: number, apart: number): number {
  const least = Math.max(1, perPixel * apart);
  const minute = 60e9;
  for (const step of [...decimals(), 10e9, 15e9, 30e9, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute]) {
    if (step >= least) {
      return step;
    }
  }
  let step = 60 * minute;
  while (step < least) {
    step *= 2;
  }
  return step;
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
  return nanos === 0 ? '0' : duration(Math.round(nanos));
}

/** A moment of the day, UTC, as fine as the step between lines asks. */
export function clockOf(epochNanos: bigint, step: number): string {
  const iso = new Date(Number(epochNanos / 1000000n)).toISOString();
  return step >= 1e9 ? iso.slice(11, 19) : iso.slice(11, 23);
}

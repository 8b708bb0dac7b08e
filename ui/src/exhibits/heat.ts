/** Which of five shades a figure of a matrix has. */
import type { Whole } from '../base/figures';

export const SHADES = 5;

/** `all`: one scale for the whole matrix. `row`: each row against its own median. */
export type Scale = 'all' | 'row';

/** Times the median of a row up to which the shades reach; the last has no end. */
export const ROW_STEPS = [1, 1.5, 2.5, 4];

/** The shade of each value from 0, -1 where there is none or nothing, and the upper ends of the shades of one scale. */
export interface Shading {
  shades: Int8Array;
  /** The upper ends of all shades but the last; none where the rows differ. */
  limits: number[];
}

export function shading(values: (Whole | null)[], columns: number, scale: Scale): Shading {
  const known = values.map((value) => (value === null ? Number.NaN : Number(value)));
  return scale === 'all' ? byAll(known) : byRow(known, columns);
}

/** Even steps of the logarithm from the lowest to the highest, since figures span magnitudes. */
function byAll(values: number[]): Shading {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const value of values) {
    if (value > 0) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
  }
  const ratio = highest / lowest;
  const limits = ratio > 1 ? [1, 2, 3, 4].map((step) => lowest * ratio ** (step / SHADES)) : [];
  const shades = Int8Array.from(values, (value) => (value > 0 ? shadeOf(value, limits) : -1));
  return { shades, limits };
}

function byRow(values: number[], columns: number): Shading {
  const shades = new Int8Array(values.length).fill(-1);
  for (let start = 0; start < values.length; start += columns) {
    const row = values.slice(start, start + columns);
    const sorted = row.filter((value) => value > 0).sort((left, right) => left - right);
    const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
    const limits = median > 0 ? ROW_STEPS.map((times) => median * times) : [];
    row.forEach((value, index) => {
      shades[start + index] = value > 0 ? shadeOf(value, limits) : -1;
    });
  }
  return { shades, limits: [] };
}

function shadeOf(value: number, limits: number[]): number {
  const shade = limits.findIndex((limit) => value <= limit);
  return shade < 0 ? limits.length : shade;
}

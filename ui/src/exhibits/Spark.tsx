import type { Whole } from '../base/figures';

const WIDTH = 96;
const HEIGHT = 16;
const LOWEST = 1.5;

/** Figures over time, drawn small: a column for each, a gap where there is none. */
export function Spark({ values }: { values: (Whole | null)[] }) {
  const known = values.map((value) => (value === null ? null : Math.max(0, Number(value))));
  const highest = known.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);
  const step = WIDTH / Math.max(1, known.length);
  const columns = known
    .map((value, index) => {
      if (value === null) {
        return '';
      }
      const height = highest === 0 ? LOWEST : Math.max(LOWEST, (value / highest) * HEIGHT);
      const width = Math.max(0.6, step - (step > 3 ? 1 : 0));
      return `M${round(index * step)} ${HEIGHT}v${round(-height)}h${round(width)}v${round(height)}z`;
    })
    .join('');
  return (
    <svg class="spark" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words(known)}>
      <path d={columns} />
    </svg>
  );
}

function words(values: (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  const peak = values.indexOf(Math.max(...known));
  const gaps = values.length - known.length;
  return known.length === 0
    ? `${values.length} steps, all unknown`
    : `${values.length} steps${gaps > 0 ? `, ${gaps} of them unknown` : ''}, highest at step ${peak + 1}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

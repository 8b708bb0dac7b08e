/** Values as people read them: the same words as in the terminal, see `figures.cases.json`. */

/** A whole number; text where a number of JavaScript would lose digits. */
export type Whole = number | string;

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
const NANOS_PER_MILLI = 1e6;
const NANOS_PER_SECOND = 1e9;

/** `12,345` */
export function count(value: Whole): string {
  const digits = String(value);
  const sign = digits.startsWith('-') ? '-' : '';
  return sign + digits.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1.3 MB`, in thousands */
export function bytes(value: Whole): string {
  let size = Number(value);
  let unit = 0;
  while (size >= 1000 && unit < BYTE_UNITS.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${BYTE_UNITS[unit]}`;
}

/** Nanoseconds as `250 µs`, `1.23 ms`, `3.40 s`, `2 min 23 s`, `2 h 1 min`, `41 d 5 h` */
export function duration(value: Whole): string {
  const nanos = Number(value);
  if (nanos < 0) {
    return `-${duration(-nanos)}`;
  }
  if (nanos < 1000) {
    return nanos === 0 ? '0' : `${nanos} ns`;
  }
  if (nanos < NANOS_PER_MILLI) {
    return `${Math.floor(nanos / 1000)} µs`;
  }
  if (nanos < NANOS_PER_SECOND) {
    return `${threeDigits(nanos, NANOS_PER_MILLI)} ms`;
  }
  const seconds = Math.floor(nanos / NANOS_PER_SECOND);
  if (seconds < 60) {
    return `${threeDigits(nanos, NANOS_PER_SECOND)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min ${seconds % 60} s`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours} h ${minutes % 60} min` : `${count(Math.floor(hours / 24))} d ${hours % 24} h`;
}

/** Epoch nanoseconds in ISO-8601, UTC, with milliseconds */
export function instant(value: Whole): string {
  return new Date(millis(value)).toISOString();
}

/** Epoch nanoseconds as epoch milliseconds, rounded down */
export function millis(value: Whole): number {
  const nanos = BigInt(value);
  const whole = nanos / 1000000n;
  return Number(nanos < 0n && whole * 1000000n !== nanos ? whole - 1n : whole);
}

/** Millionths as `12.3 %` */
export function share(millionths: number): string {
  return `${fixed(millionths, 1e4, millionths < 1e4 && millionths > 0 ? 2 : 1)} %`;
}

/** Millionths as `+12 %`; small ones with a decimal */
export function change(millionths: number): string {
  const percent = millionths / 1e4;
  const size = Math.abs(millionths);
  const digits = size < 99500 ? fixed(size, 1e4, 1) : count(fixed(size, 1e4, 0));
  return digits === '0.0' ? '0 %' : `${percent < 0 ? '-' : '+'}${digits} %`;
}

function threeDigits(value: number, unit: number): string {
  return fixed(value, unit, value < 10 * unit ? 2 : value < 100 * unit ? 1 : 0);
}

/** A quotient of whole numbers from 0 on, halves rounded up: `toFixed` rounds what is binary, and 5.805 is 5.80 to it. */
function fixed(value: number, unit: number, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const rounded = (2n * BigInt(value) * scale + BigInt(unit)) / (2n * BigInt(unit));
  const text = rounded.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

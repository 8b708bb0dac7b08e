/** Values of cells as text, and in order. */
import * as figures from '../base/figures';
import type { Whole } from '../base/figures';
import { visible } from '../base/visible';
import type { Value } from './answer';

export const UNKNOWN_TEXT = '–';

const words = new Intl.Collator('en', { numeric: true });

/** The value as text; a spark as nothing, since it is drawn. */
export function textOf(value: Value): string {
  switch (value.kind) {
    case 'text':
    case 'code':
      return visible(value.text);
    case 'count':
      return figures.count(value.count);
    case 'bytes':
      return figures.bytes(value.bytes);
    case 'duration':
      return figures.duration(value.nanos);
    case 'instant':
      return figures.instant(value.nanos);
    case 'share':
      return figures.share(value.millionths);
    case 'change':
      return figures.change(value.millionths);
    case 'spark':
      return '';
    case 'unknown':
      return UNKNOWN_TEXT;
  }
}

/** Whether the value is a figure: shown in figures of one width. */
export function isFigure(value: Value): boolean {
  return value.kind !== 'text' && value.kind !== 'code' && value.kind !== 'spark';
}

/** The order of two values, ascending. What is unknown has no order: see `isUnknown`. */
export function compare(left: Value, right: Value): number {
  const one = orderOf(left);
  const other = orderOf(right);
  if (typeof one === 'string' || typeof other === 'string') {
    return words.compare(String(one), String(other));
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

export function isUnknown(value: Value): boolean {
  return value.kind === 'unknown';
}

function orderOf(value: Value): string | number | bigint {
  switch (value.kind) {
    case 'text':
    case 'code':
      return value.text;
    case 'count':
      return exact(value.count);
    case 'bytes':
      return exact(value.bytes);
    case 'duration':
    case 'instant':
      return exact(value.nanos);
    case 'share':
    case 'change':
      return value.millionths;
    case 'spark':
      return Number(value.values[value.values.length - 1] ?? 0);
    case 'unknown':
      return 0;
  }
}

function exact(value: Whole): number | bigint {
  return typeof value === 'number' ? value : BigInt(value);
}

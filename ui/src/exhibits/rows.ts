/** Which rows of a table are shown, in which order, and how wide its columns are. */
import type { Cell, Column, Table, Value } from './answer';
import { compare, isUnknown, textOf } from './values';

export interface Order {
  column: number;
  descending: boolean;
}

/** What a click on the head of a column asks for: figures from the largest, words from A, then as it was. */
export function nextOrder(order: Order | undefined, column: number, kind: Column['kind']): Order | undefined {
  const first = kind === 'number';
  if (order?.column !== column) {
    return { column, descending: first };
  }
  return order.descending === first ? { column, descending: !first } : undefined;
}

/** The numbers of the rows in order; what is unknown stands last either way, equals stay as they were. */
export function ordered(rows: Cell[][], numbers: number[], order: Order | undefined): number[] {
  if (!order) {
    return numbers;
  }
  const { column, descending } = order;
  const direction = descending ? -1 : 1;
  return numbers.slice().sort((left, right) => {
    const one = rows[left]?.[column]?.value;
    const other = rows[right]?.[column]?.value;
    if (!one || !other) {
      return 0;
    }
    const unknown = Number(isUnknown(one)) - Number(isUnknown(other));
    return unknown !== 0 ? unknown : direction * compare(one, other) || left - right;
  });
}

/** The numbers of the rows that hold every word of what is looked for, in any of their cells. */
export function matching(texts: (row: number) => string, size: number, wanted: string): number[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  const found: number[] = [];
  for (let row = 0; row < size; row++) {
    if (words.length === 0 || words.every((word) => texts(row).includes(word))) {
      found.push(row);
    }
  }
  return found;
}

/** The text of rows in lower case, made when it is first looked through. */
export function rowTexts(rows: Cell[][]): (row: number) => string {
  const texts: string[] = [];
  return (row) => (texts[row] ??= (rows[row] ?? []).map((cell) => textOf(cell.value)).join('\n').toLowerCase());
}

const SAMPLE = 2000;
const NARROWEST = 4;
const WIDEST_WORDS = 48;
const WIDEST_LINE = 400;

/** How many characters each column needs, after a sample of its rows. */
export function widths(table: Table): number[] {
  const step = Math.max(1, Math.floor(table.rows.length / SAMPLE));
  return table.columns.map((column, index) => {
    let widest = Math.max(NARROWEST, column.title.length + 2);
    for (let row = 0; row < table.rows.length; row += step) {
      const value = table.rows[row]?.[index]?.value;
      widest = Math.max(widest, value ? textOf(value).length + drawn(value) : 0);
    }
    return Math.min(widest, column.kind === 'line' ? WIDEST_LINE : WIDEST_WORDS);
  });
}

/** How many characters what is drawn takes. */
function drawn(value: Value): number {
  return value.kind === 'spark' ? 14 : value.kind === 'share' ? 13 : 0;
}

/** The largest share in a column, which bars are drawn against. */
export function largestShare(rows: Cell[][], column: number): number {
  let largest = 0;
  for (const row of rows) {
    const value = row[column]?.value;
    largest = value?.kind === 'share' ? Math.max(largest, value.millionths) : largest;
  }
  return largest;
}

/** Handlers as points: how often they run, and how far tests reach them. */
import type { Cell, Reference, Table } from '../../exhibits/answer';
import { cellAt, numberOf, plainOf } from '../../dashboard/find';

export interface Point {
  name: string;
  reference: Reference | undefined;
  runs: number;
  /** Millionths of its lines that tests run; -1 where nobody measured. */
  lines: number;
  /** What is known of its tests, in words. */
  tests: string;
  /** Whether it is among those that together make most of all runs. */
  hot: boolean;
  /** What is known of its tests. */
  tested: Tested;
  /** The executions in which it ran. */
  executions: Reference[] | undefined;
}

/**
 * `tested`: tests run half of its lines, or call it where nobody measured lines. `said`: a document, an audit or an
 * import says that tests reach it, and nobody measured it.
 */
export type Tested = 'tested' | 'said' | 'untested';

const HOT = 0.8;
const ENOUGH = 500_000;

export function pointsOf(table: Table): Point[] {
  const rows = table.rows.map((row) => pointOf(table, row)).sort((left, right) => right.runs - left.runs);
  const all = rows.reduce((sum, { runs }) => sum + runs, 0);
  let passed = 0;
  for (const point of rows) {
    point.hot = point.runs > 0 && passed < HOT * all;
    passed += point.runs;
  }
  return rows;
}

function pointOf(table: Table, row: Cell[]): Point {
  const name = cellAt(table, row, 'handler');
  const lines = cellAt(table, row, 'lines');
  const tests = plainOf(cellAt(table, row, 'tests'));
  const measured = lines?.value.kind === 'share' ? numberOf(lines) : -1;
  return {
    name: plainOf(name),
    reference: name?.references?.[0],
    runs: numberOf(cellAt(table, row, 'runs')),
    lines: measured,
    tests,
    hot: false,
    tested: testedOf(measured, tests),
    executions: cellAt(table, row, 'runs')?.references,
  };
}

function testedOf(lines: number, tests: string): Tested {
  if (lines >= 0) {
    return lines >= ENOUGH ? 'tested' : 'untested';
  }
  return tests === 'call it' ? 'tested' : /^(said|import)/.test(tests) ? 'said' : 'untested';
}

/** Where a point stands from 0 at the left to 1 at the right; what nobody measured has a lane of its own. */
export function across(point: Point): number {
  return point.lines < 0 ? 0 : point.lines / 1e6;
}

/** Where a point stands from 0 below to 1 above, by the logarithm of its runs; -1 where it never ran. */
export function up(point: Point, most: number): number {
  return point.runs === 0 ? -1 : most <= 1 ? 1 : Math.log(point.runs) / Math.log(most);
}

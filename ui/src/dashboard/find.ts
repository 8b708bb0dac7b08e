/** Finds exhibits, columns and values in answers, by what they are called. */
import type { Answer, Cell, Exhibit, Finding, Findings, Matrix, Summary, Table, Timeline } from '../exhibits/answer';
import { keyOf as referenceKey } from '../exhibits/references';

type Kinds = { summary: Summary; table: Table; findings: Findings; matrix: Matrix; timeline: Timeline };

/** The exhibit of a kind whose title begins so. */
export function exhibit<K extends keyof Kinds>(answer: Answer | undefined, kind: K, title = ''): Kinds[K] | undefined {
  return answer?.exhibits.find((one) => one.kind === kind && one.title.startsWith(title)) as Kinds[K] | undefined;
}

/** All exhibits but some. */
export function others(answer: Answer | undefined, ...known: (Exhibit | undefined)[]): Exhibit[] {
  return answer?.exhibits.filter((one) => !known.includes(one)) ?? [];
}

/** A table with some of its columns only, in this order; a name with ` > ` gets another one. */
export function withColumns(table: Table, names: string[], title = table.title): Table {
  const picked = names.flatMap((name) => {
    const [from, to = from] = name.split(' > ');
    const index = table.columns.findIndex((column) => column.title === from);
    return index < 0 || to === undefined ? [] : [{ index, to }];
  });
  return {
    ...table,
    title,
    columns: picked.map(({ index, to }) => ({ ...(table.columns[index] as Table['columns'][number]), title: to })),
    rows: table.rows.map((row) => picked.map(({ index }) => row[index] as Cell)),
  };
}

/** The first rows of a table. */
export function top(table: Table, most: number): Table {
  return { ...table, rows: table.rows.slice(0, most) };
}

/** The cell of a row under a heading. */
export function cellAt(table: Table, row: Cell[], name: string): Cell | undefined {
  return row[table.columns.findIndex((column) => column.title === name)];
}

/** The number within a cell; 0 where it is none. */
export function numberOf(cell: Cell | undefined): number {
  const value = cell?.value;
  switch (value?.kind) {
    case 'count':
      return Number(value.count);
    case 'bytes':
      return Number(value.bytes);
    case 'duration':
    case 'instant':
      return Number(value.nanos);
    case 'share':
    case 'change':
      return value.millionths;
    default:
      return 0;
  }
}

/** The text within a cell, as it is; empty where it is none. */
export function plainOf(cell: Cell | undefined): string {
  const value = cell?.value;
  return value?.kind === 'text' || value?.kind === 'code' ? value.text : '';
}

export function factOf(summary: Summary | undefined, label: string): Cell | undefined {
  return summary?.facts.find((fact) => fact.label === label)?.cell;
}

const SEVERITIES = ['error', 'warning', 'info'];

/** Findings of several answers, each once: the most severe first, then those that are seen in most of all executions. */
export function ranked(answers: (Answer | undefined)[]): Finding[] {
  const known = new Map<string, Finding>();
  for (const answer of answers) {
    for (const one of answer?.exhibits ?? []) {
      if (one.kind === 'findings') {
        one.findings.forEach((finding) => known.set(keyOf(finding), finding));
      }
    }
  }
  return apart([...known.values()]).sort(
    (left, right) =>
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      Number(right.executions ?? 0) - Number(left.executions ?? 0) ||
      Number(right.count) - Number(left.count) ||
      left.rule.localeCompare(right.rule),
  );
}

/** What is said of every log, and by what rule of conformance where documents are known, which says more of it. */
const SAID_AGAIN: Record<string, string> = { EXEC001: 'CONF007', EXEC002: 'CONF008', EXEC003: 'CONF010' };

/** Without those that say of the same line what another one says of it. */
function apart(findings: Finding[]): Finding[] {
  const places = (finding: Finding) => finding.evidence.flatMap((one) => (one.kind === 'place' ? [referenceKey(one)] : []));
  const said = new Set(findings.flatMap((finding) => places(finding).map((place) => `${finding.rule} ${place}`)));
  return findings.filter((finding) => {
    const rule = SAID_AGAIN[finding.rule];
    return rule === undefined || !places(finding).some((place) => said.has(`${rule} ${place}`));
  });
}

/** The same for the same finding, short enough for an address. */
export function keyOf(finding: Finding): string {
  let hash = 5381;
  for (const character of finding.sentence) {
    hash = ((hash * 33) ^ (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return `${finding.rule}-${hash.toString(36)}`;
}

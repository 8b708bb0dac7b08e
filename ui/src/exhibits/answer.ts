/** The document that outputs write, as `docs/reference/answer.schema.json` describes it. */
import type { Whole } from '../base/figures';

export interface Answer {
  schema: 1;
  id: string;
  question: string;
  exhibits: Exhibit[];
  details?: Detail[];
  /** Of a report: every answer there is; its own exhibits are what to look at first. */
  parts?: Part[];
}

/** An answer within a report, or why there is none. */
export interface Part {
  id: string;
  question: string;
  exhibits: Exhibit[];
  /** Why there is none and what to do; empty where there is one. */
  absence: string;
}

/** What lies behind a reference. */
export interface Detail {
  reference: Reference;
  title: string;
  exhibits: Exhibit[];
}

export type Exhibit = Summary | Table | Findings | Matrix | Timeline | Lanes | Tree | Graph | Coverage | Document;

export interface Summary {
  kind: 'summary';
  title: string;
  facts: Fact[];
}

export interface Fact {
  label: string;
  cell: Cell;
}

export interface Table {
  kind: 'table';
  title: string;
  columns: Column[];
  rows: Cell[][];
  total: number;
  whenEmpty: string;
}

export interface Column {
  title: string;
  kind: 'text' | 'number' | 'line';
  note: string;
}

export interface Findings {
  kind: 'findings';
  title: string;
  findings: Finding[];
  rules: { rule: string; checks: Whole }[];
  whenEmpty: string;
}

export interface Finding {
  rule: string;
  severity: 'info' | 'warning' | 'error';
  sentence: string;
  count: Whole;
  sequence?: string;
  beat?: string;
  handler?: { plugin: string; sequence: string; handler: string };
  file?: string;
  line?: number;
  executions?: Whole;
  executionsOf?: Whole;
  evidence: Reference[];
  hint: string;
}

export interface Matrix {
  kind: 'matrix';
  title: string;
  rows: Cell[];
  columns: Cell[];
  values: (Whole | null)[];
  quantity: 'duration' | 'count';
  whenEmpty: string;
}

export interface Timeline {
  kind: 'timeline';
  title: string;
  tracks: Track[];
  total: number;
  whenEmpty: string;
}

export interface Track {
  name: Cell;
  attributes: Fact[];
  steps: Step[];
}

export interface Step {
  name: Cell;
  startNanos: Whole | null;
  endNanos: Whole | null;
  attributes: Fact[];
}

/** What ran when, on one axis of time. */
export interface Lanes {
  kind: 'lanes';
  title: string;
  fromNanos: Whole;
  toNanos: Whole;
  lanes: Lane[];
  names: Cell[];
  executions: Run[];
  bars: Bars;
  marks: Marks;
  links: Links;
  total: Whole;
  whenEmpty: string;
}

export interface Lane {
  name: Cell;
  parent: number;
  kind: 'session' | 'sequence' | 'execution' | 'variant' | 'queue' | 'gaps' | 'mounts';
  rows: number;
  note: string;
}

export interface Run {
  execution: string;
  input: number;
  name: Cell;
}

/** Columns of equal length, as `docs/reference/answer.schema.json` describes them. */
export interface Bars {
  lane: number[];
  row: number[];
  kind: number[];
  name: number[];
  start: number[];
  duration: number[];
  count: number[];
  busy: number[];
  flags: number[];
  parent: number[];
  execution: number[];
  offset: number[];
}

export interface Marks {
  lane: number[];
  kind: number[];
  name: number[];
  at: number[];
  count: number[];
  execution: number[];
  offset: number[];
}

export interface Links {
  from: number[];
  to: number[];
  kind: number[];
}

/** Figures by the way that leads to them; a parent stands before its children. */
export interface Tree {
  kind: 'tree';
  title: string;
  quantity: 'duration' | 'count';
  names: Cell[];
  nodes: {
    parent: number[];
    name: number[];
    kind: string[];
    total: number[];
    self: number[];
    count: number[];
    order: number[];
  };
  whenEmpty: string;
}

export interface Graph {
  kind: 'graph';
  title: string;
  nodes: { name: Cell; count: Whole }[];
  edges: { from: number; to: number; count: Whole }[];
  whenEmpty: string;
}

export interface Coverage {
  kind: 'coverage';
  title: string;
  files: { path: string; functions: { name: Cell; line: number; endLine: number; runs: Whole }[] }[];
  whenEmpty: string;
}

export interface Document {
  kind: 'document';
  title: string;
  blocks: Block[];
}

export type Block = Paragraph | Listing;

export interface Paragraph {
  kind: 'paragraph';
  text: string;
}

export interface Listing {
  kind: 'listing';
  language: string;
  place: string;
  firstLine: number;
  marked: number;
  lines: string[];
}

/** One value and what it leads to; in a page, `references` is absent where it leads nowhere. */
export interface Cell {
  value: Value;
  references?: Reference[];
}

export type Value =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'count'; count: Whole }
  | { kind: 'bytes'; bytes: Whole }
  | { kind: 'duration'; nanos: Whole }
  | { kind: 'instant'; nanos: Whole }
  | { kind: 'share'; millionths: number }
  | { kind: 'change'; millionths: number }
  | { kind: 'spark'; values: (Whole | null)[] }
  | { kind: 'unknown' };

export type Reference =
  | { kind: 'handler'; handler: { plugin: string; sequence: string; handler: string } }
  | { kind: 'execution'; execution: string }
  | { kind: 'executions'; which: ExecutionSet }
  | { kind: 'session'; session: string }
  | { kind: 'input'; input: number }
  | { kind: 'place'; place: { origin: { input: number; offset: Whole }; input: string; line: number } }
  | { kind: 'sequence'; sequence: string }
  | { kind: 'code'; place: CodePlace };

/** Executions by what they have in common; what is null may be anything. */
export interface ExecutionSet {
  sequence: string | null;
  build: string | null;
  session: string | null;
  status: string | null;
  handler: { plugin: string; sequence: string; handler: string } | null;
  handlerOutcome: string | null;
  like: string[];
}

export interface CodePlace {
  checkout: string;
  path: string;
  line: number;
  endLine: number;
  commit: string | null;
}

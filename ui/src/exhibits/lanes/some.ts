/** Lanes for tests. */
import type { Lanes } from '../answer';

export interface SomeBar {
  lane: number;
  row: number;
  start: number;
  duration: number;
  count?: number;
  busy?: number;
  flags?: number;
  kind?: number;
  name?: number;
}

export function lanesOf(bars: SomeBar[], parents: number[] = [-1, -1], marks: number[] = [], names = ['n']): Lanes {
  return {
    kind: 'lanes',
    title: 'what ran when',
    fromNanos: '1795379530499999999',
    toNanos: '1795379531499999999',
    lanes: parents.map((parent, lane) => ({
      name: { value: { kind: 'code', text: `lane ${lane}` } },
      parent,
      kind: 'sequence',
      rows: 1 + Math.max(-1, ...bars.filter((bar) => bar.lane === lane).map(({ row }) => row)),
      note: '',
    })),
    names: names.map((text) => ({ value: { kind: 'code', text } })),
    executions: [],
    bars: {
      lane: bars.map(({ lane }) => lane),
      row: bars.map(({ row }) => row),
      kind: bars.map(({ kind }) => kind ?? 0),
      name: bars.map(({ name }) => name ?? 0),
      start: bars.map(({ start }) => start),
      duration: bars.map(({ duration }) => duration),
      count: bars.map(({ count }) => count ?? 1),
      busy: bars.map(({ busy }) => busy ?? 0),
      flags: bars.map(({ flags }) => flags ?? 0),
      parent: bars.map(() => -1),
      execution: bars.map(() => -1),
      offset: bars.map(() => -1),
    },
    marks: { lane: marks, kind: marks, name: marks.map(() => 0), at: marks, count: marks, execution: marks, offset: marks },
    links: { from: [], to: [], kind: [] },
    total: bars.reduce((all, { count }) => all + (count ?? 1), 0),
    whenEmpty: 'nothing ran',
  };
}

/** The same numbers for the same seed. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export const SOME_NAMES = ['pay', 'load', 'render'];

/** Bars of all lengths, some of them joined already, failed or without an end. */
export function someBars(seed: number): SomeBar[] {
  const next = random(seed);
  return Array.from({ length: 400 }, () => ({
    lane: Math.floor(next() * 2),
    row: Math.floor(next() * 3),
    start: Math.floor(next() * 10_000),
    duration: next() < 0.7 ? Math.floor(next() * 20) : next() < 0.1 ? -1 : Math.floor(next() * 3_000),
    count: next() < 0.5 ? 1 : Math.floor(next() * 6),
    busy: Math.floor(next() * 20),
    flags: next() < 0.05 ? 1 : next() < 0.05 ? 32 : next() < 0.1 ? 2 : 0,
    kind: Math.floor(next() * 9),
    name: Math.floor(next() * SOME_NAMES.length),
  }));
}

import { expect, test } from 'vitest';
import cases from './figures.cases.json';
import * as figures from './figures';

type Kind = keyof typeof cases;

const written: Record<Kind, (value: never) => string> = {
  count: figures.count,
  bytes: figures.bytes,
  duration: figures.duration,
  instant: figures.instant,
  share: figures.share,
  change: figures.change,
};

for (const kind of Object.keys(cases) as Kind[]) {
  test(`a ${kind} reads as in the terminal`, () => {
    for (const [value, words] of cases[kind]) {
      expect(written[kind](value as never)).toBe(words);
    }
  });
}

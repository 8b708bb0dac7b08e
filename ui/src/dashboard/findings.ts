/** What was found over all answers, in a scope. */
import type { Answer, Finding } from '../exhibits/answer';
import { useAnswer, useAsked, type Asked } from './asked';
import { ranked } from './find';
import { asking, type Scope } from './scope';

export interface Found {
  /** The most severe first. */
  all: Finding[];
  /** Errors and warnings. */
  open: Finding[];
  /** How often each rule was checked. */
  checked: Map<string, number>;
  asked: Asked<Answer>[];
  asking: boolean;
  /** Whether every answer was told once, or why it could not be. */
  settled: boolean;
}

/** The answers that every page shares ask for the same number of rows, so that they are worked out once. */
export const ROWS = { profile: 25, conformance: 200, coverage: 10_000 };

export function analysis(id: string, scope: Scope): string {
  const top = id in ROWS ? ROWS[id as keyof typeof ROWS] : undefined;
  // Of the timeline only its findings are wanted here, not its lanes.
  return asking(`analyses/${id}`, scope, { top, ...(id === 'timeline' ? { buckets: 1 } : {}) });
}

export function useFindings(scope: Scope): Found {
  const known = useAnswer<{ analyses: { id: string }[] }>('/api/analyses');
  const ids = known.data?.analyses.map(({ id }) => id) ?? [];
  const asked = useAsked([
    ...ids.map((id) => analysis(id, scope)),
    ...(known.data ? [asking('contradictions', scope)] : []),
  ]);
  const answers = asked.map(({ data }) => data);
  const all = ranked(answers);
  const checked = new Map<string, number>();
  for (const answer of answers) {
    for (const exhibit of answer?.exhibits ?? []) {
      if (exhibit.kind === 'findings') {
        exhibit.rules.forEach(({ rule, checks }) => checked.set(rule, Math.max(checked.get(rule) ?? 0, Number(checks))));
      }
    }
  }
  return {
    all,
    open: all.filter(({ severity }) => severity !== 'info'),
    checked,
    asked,
    settled: known.data !== undefined && asked.every(({ data, trouble }) => data !== undefined || trouble !== undefined),
    asking: known.asking || asked.some((one) => one.asking),
  };
}

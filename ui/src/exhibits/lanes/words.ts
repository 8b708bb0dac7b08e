/** What bars, marks and flags are called. */
export const KINDS = [
  'execution',
  'movement',
  'beat',
  'handler',
  'handler beyond its beat',
  'in the queue',
  'waiting behind another handler',
  'silence',
  'mount',
];

export const MARKS = ['error', 'state change', 'message published', 'mount that failed'];

export const FAILED = 1;
export const CRITICAL = 2;
export const BOTTLENECK = 4;
export const PARALLEL = 8;
export const AMBIGUOUS = 16;
export const OPEN = 32;
export const CONTRADICTED = 64;

const FLAGS: [number, string][] = [
  [FAILED, 'failed'],
  [CONTRADICTED, 'reported as completed although something in it failed'],
  [OPEN, 'did not end in the log'],
  [BOTTLENECK, 'the bottleneck'],
  [CRITICAL, 'on the critical path'],
  [PARALLEL, 'in parallel'],
  [AMBIGUOUS, 'tied by order alone'],
];

/** What is told apart of a bar, in words. */
export function flagsOf(flags: number): string[] {
  return FLAGS.filter(([bit]) => (flags & bit) !== 0 && !(bit === CRITICAL && (flags & BOTTLENECK) !== 0)).map(([, words]) => words);
}

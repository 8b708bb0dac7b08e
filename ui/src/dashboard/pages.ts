/** The pages, in the order of the navigation: by what a person wants. */
export interface Entry {
  page: string;
  words: string;
  /** The key that goes there, after `g`. */
  key: string;
}

export interface Group {
  words: string;
  entries: Entry[];
}

export const HOME: Entry = { page: '', words: 'Overview', key: 'o' };

export const GROUPS: Group[] = [
  {
    words: 'What happened',
    entries: [
      { page: 'timeline', words: 'Timeline', key: 't' },
      { page: 'sessions', words: 'Sessions', key: 's' },
      { page: 'executions', words: 'Executions', key: 'e' },
    ],
  },
  {
    words: 'How it works',
    entries: [
      { page: 'performance', words: 'Performance', key: 'p' },
      { page: 'sequences', words: 'Sequences', key: 'q' },
    ],
  },
  {
    words: 'What is wrong',
    entries: [
      { page: 'findings', words: 'Findings', key: 'f' },
      { page: 'conformance', words: 'Conformance', key: 'c' },
    ],
  },
  { words: 'What to do', entries: [{ page: 'coverage', words: 'Coverage', key: 'v' }] },
];

/** Which entry of the navigation a page belongs to. */
export function sectionOf(page: string): string {
  const above: Record<string, string> = {
    session: 'sessions',
    ledger: 'sessions',
    execution: 'executions',
    handler: 'performance',
    sequence: 'sequences',
  };
  return above[page] ?? page;
}

import type { Answer } from '../exhibits/answer';

/** A report that a server keeps up to date. */
export interface Live {
  answer: Answer;
  /** What is said of its being up to date. */
  state: string;
}

const NOTHING: Answer = { schema: 1, id: 'report', question: 'what is worth knowing about these logs?', exhibits: [] } as Answer;

/**
 * Fetches a report, and again whenever the server tells of a change: one fetch at a time, and none is left out.
 *
 * @param from where the report is
 * @param changes where changes are told
 */
export function follow(from: string, changes: string, show: (live: Live) => void): void {
  let answer = NOTHING;
  let state = 'asking the server …';
  let wanted = false;
  let asking = false;
  const tell = (words: string) => {
    state = words;
    show({ answer, state });
  };
  const ask = async () => {
    wanted = true;
    if (asking) {
      return;
    }
    asking = true;
    while (wanted) {
      wanted = false;
      try {
        const response = await fetch(from);
        if (!response.ok) {
          throw new Error(await reason(response));
        }
        answer = (await response.json()) as Answer;
        tell('live');
      } catch (trouble) {
        tell(`not up to date: ${trouble instanceof Error ? trouble.message : 'the server does not answer'}`);
      }
    }
    asking = false;
  };
  show({ answer, state });
  void ask();
  const events = new EventSource(changes);
  events.addEventListener('store', () => void ask());
  events.addEventListener('error', () => tell('not up to date: the server does not answer, trying again'));
}

async function reason(response: Response): Promise<string> {
  const { message } = (await response.json().catch(() => ({}))) as { message?: string };
  return message ?? `the server answers ${response.status}`;
}

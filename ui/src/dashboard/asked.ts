/** Questions to the server: answered once for all who ask, kept while the store does not change, asked again when it does. */
import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../exhibits/answer';
import { now, shown, useLive } from './live';

export interface Trouble {
  /** Of HTTP; 0 where the server did not answer. */
  status: number;
  code: string;
  message: string;
  hint: string;
}

export interface Asked<T> {
  /** What was answered last, even where it is being asked anew. */
  data?: T;
  /** Why there is nothing newer. */
  trouble?: Trouble;
  /** Whether it is being asked. */
  asking: boolean;
  /** When the answer was worked out, in milliseconds since 1970, where the store has changed since. */
  asOf?: number;
}

interface Kept {
  data?: unknown;
  trouble?: Trouble;
  /** The version of the store that it was answered from. */
  tag: string;
  asOf?: number;
  running?: Promise<boolean>;
}

const MOST_KEPT = 80;
const WAIT_MILLIS = 400;

/** How often a defect is asked again; a server that is busy is asked for as long as it takes. */
const MOST_AGAIN = 3;
const kept = new Map<string, Kept>();
let running = 0;

function entry(url: string): Kept {
  const known = kept.get(url);
  if (known) {
    kept.delete(url);
    kept.set(url, known);
    return known;
  }
  const made: Kept = { tag: '' };
  kept.set(url, made);
  for (const old of kept.keys()) {
    if (kept.size <= MOST_KEPT) {
      break;
    }
    kept.delete(old);
  }
  return made;
}

/**
 * @param earlier whether an answer of an earlier state of the store will do, until the present one is there
 * @returns whether it is to be asked again for the present one
 */
async function ask(url: string, one: Kept, earlier: boolean): Promise<boolean> {
  running++;
  try {
    const headers = { accept: 'application/json', ...(earlier ? { 'cache-control': 'max-stale' } : {}) };
    let response = await fetch(url, { headers });
    for (let again = 0; response.status === 429 || (response.status >= 500 && again < MOST_AGAIN); again++) {
      await new Promise((done) => setTimeout(done, WAIT_MILLIS * (again + 1)));
      response = await fetch(url, { headers });
    }
    const age = response.headers.get('age');
    const tag = (response.headers.get('etag') ?? '').replaceAll('"', '').replace(/^W\//, '');
    if (response.ok) {
      one.data = await response.json();
      one.tag = tag;
      delete one.trouble;
      delete one.asOf;
      if (age !== null) {
        one.asOf = Date.now() - Number(age) * 1000;
      }
      return age !== null;
    } else {
      const said = (await response.json().catch(() => ({}))) as Partial<Trouble>;
      one.trouble = {
        status: response.status,
        code: said.code ?? '',
        message: said.message ?? `the server answers ${response.status}`,
        hint: said.hint ?? '',
      };
      one.tag = now().tag;
    }
  } catch {
    one.trouble = { status: 0, code: '', message: 'the server does not answer', hint: 'this page asks again when it is back' };
    one.tag = '';
  } finally {
    running--;
    delete one.running;
  }
  return false;
}

/** Answers to several questions, each as it comes. A question that is `undefined` is not asked. */
export function useAsked<T = Answer>(urls: (string | undefined)[]): Asked<T>[] {
  const { tag, state } = useLive();
  const [, redraw] = useState(0);
  const key = urls.join('\n');
  useEffect(() => {
    let there = true;
    const due = urls.filter((url): url is string => url !== undefined);
    for (const url of due) {
      const one = entry(url);
      const stale = one.tag === '' || (tag !== '' && one.tag !== tag);
      if (!stale) {
        continue;
      }
      const told = (again: boolean): void => {
        if (there) {
          redraw((drawn) => drawn + 1);
          if (again) {
            one.running ??= ask(url, one, false);
            void one.running.then(told);
          }
        }
        if (!again && running === 0) {
          requestAnimationFrame(() => shown(tag));
        }
        earlierChanged();
      };
      one.running ??= ask(url, one, one.data === undefined);
      void one.running.then(told);
    }
    redraw((drawn) => drawn + 1);
    return () => {
      there = false;
    };
  }, [key, tag, state]);
  return urls.map((url) => {
    const one = url === undefined ? undefined : kept.get(url);
    return {
      ...(one?.data !== undefined ? { data: one.data as T } : {}),
      ...(one?.trouble ? { trouble: one.trouble } : {}),
      ...(one?.asOf === undefined ? {} : { asOf: one.asOf }),
      asking: url !== undefined && (one === undefined || one.running !== undefined || (one.data === undefined && !one.trouble)),
    };
  });
}

const listeners = new Set<() => void>();

function earlierChanged(): void {
  listeners.forEach((listener) => listener());
}

/** When the oldest answer was worked out that is shown until the present one is there; `undefined` where there is none. */
export function useEarlier(): number | undefined {
  const [, redraw] = useState(0);
  useEffect(() => {
    const listener = (): void => redraw((drawn) => drawn + 1);
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }, []);
  const all = [...kept.values()].flatMap(({ asOf, running: anew }) => (asOf === undefined || !anew ? [] : [asOf]));
  return all.length > 0 ? Math.min(...all) : undefined;
}

export function useAnswer<T = Answer>(url: string | undefined): Asked<T> {
  return useAsked<T>([url])[0] ?? { asking: false };
}

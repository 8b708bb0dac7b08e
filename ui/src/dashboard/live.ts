/** Whether the server is there, and which version of the store it has. */
import { useEffect, useState } from 'preact/hooks';

export interface Live {
  state: 'connecting' | 'live' | 'gone';
  /** Of the store; empty until the server has said it. */
  tag: string;
  /** When it was told, in milliseconds of `performance.now`. */
  toldMillis: number;
  /** How old the newest lines were when it was told, as far as the server says it. */
  ageMillis: number;
  /** How old they were when the page showed them; -1 before anything changed. */
  behindMillis: number;
}

const AGAIN_MILLIS = 3000;

let live: Live = { state: 'connecting', tag: '', toldMillis: 0, ageMillis: 0, behindMillis: -1 };
const listeners = new Set<(live: Live) => void>();

export function now(): Live {
  return live;
}

function set(next: Partial<Live>): void {
  live = { ...live, ...next };
  listeners.forEach((listener) => listener(live));
}

/** Is told that everything of a version is shown. */
export function shown(tag: string): void {
  if (tag !== '' && tag === live.tag && live.toldMillis > 0) {
    const behindMillis = live.ageMillis + performance.now() - live.toldMillis;
    set({ behindMillis, toldMillis: 0 });
  }
}

/** Listens to the server for as long as the page is there, and again whenever it comes back. */
export function listen(from = '/api/events'): void {
  const events = new EventSource(from);
  events.addEventListener('store', (event) => {
    const said = JSON.parse((event as MessageEvent<string>).data) as { tag?: string; behindMillis?: number };
    const tag = said.tag ?? '';
    const first = live.tag === '' || live.tag === tag;
    set({
      state: 'live',
      tag,
      ...(first ? {} : { toldMillis: performance.now(), ageMillis: said.behindMillis ?? 0 }),
    });
  });
  events.addEventListener('open', () => set({ state: 'live' }));
  events.addEventListener('error', () => {
    set({ state: 'gone' });
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(() => listen(from), AGAIN_MILLIS);
    }
  });
}

export function useLive(): Live {
  const [known, setKnown] = useState(live);
  useEffect(() => {
    listeners.add(setKnown);
    setKnown(live);
    return () => void listeners.delete(setKnown);
  }, []);
  return known;
}

const SECONDS = 60;
const MINUTES = 60;
const HOURS = 48;

/** How long ago, in the largest unit that fits. */
function ago(millis: number): string {
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < SECONDS) {
    return `${seconds} s`;
  }
  const minutes = Math.round(seconds / SECONDS);
  if (minutes < MINUTES) {
    return `${minutes} min`;
  }
  const hours = Math.round(minutes / MINUTES);
  return hours < HOURS ? `${hours} h` : `${Math.round(hours / 24)} d`;
}

/**
 * What the page says of its being up to date.
 *
 * @param earlierMillis when what is shown was worked out, where the present answers are still being worked out
 */
export function wordsOf({ state, behindMillis }: Live, earlierMillis?: number): string {
  if (state !== 'live') {
    return state === 'gone' ? 'no answer, trying again' : 'asking the server …';
  }
  if (earlierMillis !== undefined) {
    return `of ${ago(Date.now() - earlierMillis)} ago, renewing …`;
  }
  return behindMillis < 0 ? 'live' : `live, ${(behindMillis / 1000).toFixed(1)} s behind`;
}

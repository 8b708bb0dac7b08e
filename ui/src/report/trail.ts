/** Where the reader is: the way of details that led there, kept in the history so that going back follows it. */
import { useEffect, useState } from 'preact/hooks';

const PREFIX = '#/';

/** The address of a detail. */
export function hrefOf(key: string): string {
  return PREFIX + key;
}

/** The way after a step: one that was passed before leads back to it. */
export function stepped(trail: string[], key: string): string[] {
  const passed = trail.indexOf(key);
  return passed >= 0 ? trail.slice(0, passed + 1) : [...trail, key];
}

/** The way that an address and the state of the history say. */
export function read(hash: string, state: unknown): string[] {
  const key = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : '';
  if (key === '') {
    return [];
  }
  const kept = (state as { trail?: unknown } | null)?.trail;
  const whole = Array.isArray(kept) && kept.every((step) => typeof step === 'string') && kept[kept.length - 1] === key;
  return whole ? (kept as string[]) : [key];
}

export interface Trail {
  /** The keys of the details that were opened one from the other; none on the page itself. */
  steps: string[];
  open(key: string): void;
  close(): void;
}

export function useTrail(): Trail {
  const [steps, setSteps] = useState(() => read(location.hash, history.state));
  useEffect(() => {
    const follow = () => setSteps(read(location.hash, history.state));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const go = (next: string[]) => {
    history.pushState({ trail: next }, '', hrefOf(next[next.length - 1] ?? ''));
    setSteps(next);
  };
  return { steps, open: (key) => go(stepped(steps, key)), close: () => go([]) };
}

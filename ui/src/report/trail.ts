/** Where the reader is: the way of details that led there, kept in the history so that going back follows it. */
import { useEffect, useState } from 'preact/hooks';

const PREFIX = '#/';

const PART = 'in/';

/** The address of a detail, seen from a part of a report; of the part alone where there is no key. */
export function hrefOf(key: string, part = ''): string {
  if (part === '') {
    return PREFIX + key;
  }
  return `${PREFIX}${PART}${encodeURIComponent(part)}${key === '' ? '' : '/'}${key}`;
}

/** The part of a report that an address names; none for its first page. */
export function partOf(hash: string): string {
  const named = hash.startsWith(PREFIX + PART) ? hash.slice((PREFIX + PART).length) : '';
  try {
    return decodeURIComponent(named.split('/')[0] ?? '');
  } catch {
    return '';
  }
}

function keyIn(hash: string): string {
  const address = hash.startsWith(PREFIX) ? hash.slice(PREFIX.length) : '';
  return address.startsWith(PART) ? address.split('/').slice(2).join('/') : address;
}

/** The way after a step: one that was passed before leads back to it. */
export function stepped(trail: string[], key: string): string[] {
  const passed = trail.indexOf(key);
  return passed >= 0 ? trail.slice(0, passed + 1) : [...trail, key];
}

/** The way that an address and the state of the history say. */
export function read(hash: string, state: unknown): string[] {
  const key = keyIn(hash);
  if (key === '') {
    return [];
  }
  const kept = (state as { trail?: unknown } | null)?.trail;
  const whole = Array.isArray(kept) && kept.every((step) => typeof step === 'string') && kept[kept.length - 1] === key;
  return whole ? (kept as string[]) : [key];
}

export interface Trail {
  /** The part of a report that is shown; empty for its first page. */
  part: string;
  /** The keys of the details that were opened one from the other; none on the page itself. */
  steps: string[];
  open(key: string): void;
  close(): void;
  /** Shows a part of a report. */
  turn(part: string): void;
}

interface Where {
  part: string;
  steps: string[];
}

function here(): Where {
  return { part: partOf(location.hash), steps: read(location.hash, history.state) };
}

export function useTrail(): Trail {
  const [where, setWhere] = useState(here);
  useEffect(() => {
    const follow = () => setWhere(here());
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const { part, steps } = where;
  const go = (next: string[], to: string) => {
    history.pushState({ trail: next }, '', hrefOf(next[next.length - 1] ?? '', to));
    setWhere({ part: to, steps: next });
  };
  return {
    part,
    steps,
    open: (key) => go(stepped(steps, key), part),
    close: () => go([], part),
    turn: (to) => go([], to),
  };
}

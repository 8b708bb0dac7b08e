/** What the answers are about: the same on every page, and within every address. */
import type { Where } from './route';

export const SCOPE = ['build', 'session', 'sequence', 'plugin', 'from', 'to'] as const;

export type Scope = Partial<Record<(typeof SCOPE)[number], string>>;

export function scopeOf(where: Where): Scope {
  const scope: Scope = {};
  for (const name of SCOPE) {
    const value = where.query.get(name);
    if (value) {
      scope[name] = value;
    }
  }
  return scope;
}

export function isEverything(scope: Scope): boolean {
  return Object.keys(scope).length === 0;
}

/** The address of a question to the server. Several values of a name are told one by one. */
export function asking(path: string, scope: Scope, query: Record<string, string | number | undefined> = {}): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...scope, ...query })) {
    if (value !== undefined && value !== '') {
      asked.append(name, String(value));
    }
  }
  const text = asked.toString();
  return `/api/${path}${text === '' ? '' : `?${text}`}`;
}

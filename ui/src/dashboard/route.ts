/** Where the reader is: the page and all it is asked stand in the address, so that going back finds it as it was. */
import { useEffect, useState } from 'preact/hooks';

export interface Where {
  /** The first part of the path; empty at home. */
  page: string;
  query: URLSearchParams;
}

/** What an address says. */
export function whereOf(path: string, search: string): Where {
  return { page: path.replace(/^\/+/, '').split('/')[0] ?? '', query: new URLSearchParams(search) };
}

export function here(): Where {
  return whereOf(location.pathname, location.search);
}

const listeners = new Set<() => void>();

function tell(): void {
  listeners.forEach((listener) => listener());
}

/** Goes to an address of the dashboard. The same one again adds nothing to the history. */
export function go(href: string, replace = false): void {
  const before = location.pathname;
  if (replace || href === location.pathname + location.search) {
    history.replaceState(null, '', href);
  } else {
    history.pushState(null, '', href);
  }
  tell();
  if (location.pathname !== before) {
    scrollTo(0, 0);
  }
}

export function useWhere(): Where {
  const [where, setWhere] = useState(here);
  useEffect(() => {
    const follow = () => setWhere(here());
    listeners.add(follow);
    addEventListener('popstate', follow);
    follow();
    return () => {
      listeners.delete(follow);
      removeEventListener('popstate', follow);
    };
  }, []);
  return where;
}

/** An address with some of what it asks changed; empty values are left out. */
export function hrefOf(page: string, query: Record<string, string | undefined>): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      asked.append(name, value);
    }
  }
  const text = asked.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  return `/${page}${text === '' ? '' : `?${text}`}`;
}

/** The address that is shown, with some of what it asks changed. */
export function changed(where: Where, query: Record<string, string | undefined>): string {
  return hrefOf(where.page, { ...Object.fromEntries(where.query), ...query });
}

/** Keys that hold on every page. */
import { GROUPS, HOME } from './pages';
import { changed, go, here, hrefOf } from './route';
import { scopeOf } from './scope';

const SECOND_MILLIS = 1500;

/** Where `j` and `k` stop. */
const ROWS = 'main tbody tr:not(.space), main .findings li, main [data-row]';

function step(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)].filter((row) => row.offsetParent !== null);
  const within = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const seen = within >= 0 ? within + by : rows.findIndex((row) => row.getBoundingClientRect().bottom > 60);
  const row = rows[Math.max(0, Math.min(rows.length - 1, seen))];
  if (!row) {
    return;
  }
  const door = row.matches('a, button') ? row : row.querySelector<HTMLElement>('a[href], button');
  if (!door) {
    row.tabIndex = -1;
  }
  (door ?? row).focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** @param help shows or hides the keys */
export function onDashboardKeys(help: () => void): () => void {
  const letters = new Map([HOME, ...GROUPS.flatMap((group) => group.entries)].map(({ key, page }) => [key, page]));
  let goes = 0;
  const press = (event: KeyboardEvent) => {
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || document.querySelector('dialog[open]')) {
      return;
    }
    if (event.key === 'Escape') {
      const where = here();
      if (where.query.has('peek') && !typing) {
        event.preventDefault();
        go(changed(where, { peek: '' }));
      }
      return;
    }
    if (typing) {
      return;
    }
    const page = letters.get(event.key);
    const calls: Record<string, () => void> = {
      '/': () => document.querySelector<HTMLElement>('#search')?.focus(),
      '?': help,
      j: () => step(1),
      k: () => step(-1),
      g: () => (goes = performance.now()),
    };
    if (goes > 0 && performance.now() - goes < SECOND_MILLIS && page !== undefined) {
      event.preventDefault();
      goes = 0;
      (document.activeElement as HTMLElement | null)?.blur?.();
      go(hrefOf(page, scopeOf(here())));
    } else if (calls[event.key]) {
      event.preventDefault();
      calls[event.key]?.();
    }
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}

/** Links to pages of the dashboard turn them without loading anything anew. */
export function onLinks(): () => void {
  const click = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const alone = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !alone || event.defaultPrevented || link.target !== '' || link.origin !== location.origin) {
      return;
    }
    if (link.hash !== '' && link.pathname === location.pathname && link.search === location.search) {
      return;
    }
    if (!/^\/(report|api|page|metrics|health|assets)(\/|$)/.test(link.pathname)) {
      event.preventDefault();
      go(link.pathname + link.search);
    }
  };
  document.addEventListener('click', click);
  return () => document.removeEventListener('click', click);
}

import { count } from '../base/figures';
import { useFindings } from './findings';
import { GROUPS, HOME, sectionOf, type Entry } from './pages';
import { hrefOf, type Where } from './route';
import { scopeOf } from './scope';

/** The way between the pages; counts stand only where something is open. */
export function Nav({ where }: { where: Where }) {
  const scope = scopeOf(where);
  const { open, settled } = useFindings(scope);
  const here = sectionOf(where.page);
  const counts: Record<string, { count: number; worst: string }> = {};
  const tally = (page: string, found: { severity: string }[]) => {
    if (settled && found.length > 0) {
      const worst = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
      counts[page] = { count: found.length, worst };
    }
  };
  tally('findings', open);
  tally('conformance', open.filter(({ rule }) => rule.startsWith('CONF')));
  const entry = ({ page, words, key }: Entry) => {
    const tallied = counts[page];
    return (
      <li key={page}>
        <a
          href={hrefOf(page, scope)}
          {...(page === here ? { 'aria-current': 'page' as const } : {})}
          aria-keyshortcuts={`g ${key}`}
        >
          {words}
          {tallied && (
            <span class={`tally ${tallied.worst}`} title={`${count(tallied.count)} errors and warnings`}>
              {count(tallied.count)}
            </span>
          )}
        </a>
      </li>
    );
  };
  return (
    <nav class="side" aria-label="pages">
      <ul>{entry(HOME)}</ul>
      {GROUPS.map(({ words, entries }) => (
        <div key={words}>
          <h2>{words}</h2>
          <ul>{entries.map(entry)}</ul>
        </div>
      ))}
      <p class="side-foot">
        <a href="/report">All answers, one page</a>
      </p>
    </nav>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { applyTheme, chosenTheme, nextTheme } from '../base/theme';
import { useAnswer, useEarlier } from './asked';
import { exhibit, factOf, numberOf } from './find';
import { Keys } from './Keys';
import { onDashboardKeys, onLinks } from './keyboard';
import { useLive, wordsOf } from './live';
import { Nav } from './Nav';
import { Peek } from './Peek';
import { hrefOf, useWhere, type Where } from './route';
import { scopeOf } from './scope';
import { ScopeBar } from './ScopeBar';
import { SearchBox } from './SearchBox';
import { Beginning } from './States';
import { Page } from './Page';

/** The frame of all pages. */
export function Dashboard() {
  const where = useWhere();
  const [keys, setKeys] = useState(false);
  useEffect(() => {
    const ends = [onDashboardKeys(() => setKeys((shown) => !shown)), onLinks()];
    return () => ends.forEach((end) => end());
  }, []);
  const content = useAnswer('/api/content');
  const known = content.data && exhibit(content.data, 'summary');
  const empty = known !== undefined && ['lines', 'executions'].every((name) => numberOf(factOf(known, name)) === 0);
  const open = where.query.has('peek');
  return (
    <div class={open ? 'dashboard peeking' : 'dashboard'}>
      <a class="skip" href="#main">
        skip to the page
      </a>
      <Bar where={where} help={() => setKeys(true)} />
      <Nav where={where} />
      <main id="main" tabIndex={-1}>
        <Gone />
        {empty ? <Beginning /> : <Page where={where} />}
      </main>
      <Peek where={where} />
      {keys && <Keys close={() => setKeys(false)} />}
    </div>
  );
}

/** What sticks below the bar has to know how high it is: a narrow window wraps it. */
function useHeightAsProperty(name: string) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const seen = new ResizeObserver(() =>
      document.documentElement.style.setProperty(name, `${element.current?.offsetHeight ?? 0}px`),
    );
    if (element.current) {
      seen.observe(element.current);
    }
    return () => seen.disconnect();
  }, [name]);
  return element;
}

function Bar({ where, help }: { where: Where; help(): void }) {
  const bar = useHeightAsProperty('--top-height');
  return (
    <header class="top" ref={bar}>
      <a class="brand" href={hrefOf('', scopeOf(where))}>
        <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 16V4M8 16V8M13 16V2M18 16v-5" />
        </svg>
        Backbeat
      </a>
      <ScopeBar where={where} />
      <SearchBox where={where} />
      <div class="top-end">
        <LiveMark />
        <ThemeSwitch />
        <button type="button" class="quiet" onClick={help} aria-label="show the keys">
          ?
        </button>
      </div>
    </header>
  );
}

function LiveMark() {
  const live = useLive();
  const earlier = useEarlier();
  return (
    <span class={`live ${live.state}`} title="whether this page follows the store of its server">
      <i aria-hidden="true" />
      {wordsOf(live, earlier)}
    </span>
  );
}

/** The server is gone: said once, above whatever was shown last. */
function Gone() {
  const { state } = useLive();
  return (
    <div role="status">
      {state === 'gone' && (
        <p class="gone">
          The server does not answer. What is shown is what it said last; this page asks again by itself. Start it with{' '}
          <code class="word">backbeat serve</code>.
        </p>
      )}
    </div>
  );
}

function ThemeSwitch() {
  const [theme, setTheme] = useState(chosenTheme);
  const turn = () => {
    const next = nextTheme(theme);
    applyTheme(next);
    setTheme(next);
  };
  return (
    <button type="button" class="quiet" onClick={turn} aria-label={`colours: ${theme}; change them`}>
      {theme === 'system' ? 'colours' : theme}
    </button>
  );
}

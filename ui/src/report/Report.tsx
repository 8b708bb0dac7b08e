import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { onKeys } from '../base/keyboard';
import { applyTheme, chosenTheme, nextTheme } from '../base/theme';
import { visible } from '../base/visible';
import type { Answer } from '../exhibits/answer';
import { ExhibitView } from '../exhibits/ExhibitView';
import { Answers } from './Answers';
import { Home } from './Home';
import { keyOf, type Doors } from '../exhibits/references';
import { Panel } from './Panel';
import { hrefOf, useTrail } from './trail';

/** One answer, or every answer there is, as a page of its own, with what lies behind references at the side. */
export function Report({ answer, state }: { answer: Answer; state?: string }) {
  const trail = useTrail();
  const details = useMemo(() => new Map((answer.details ?? []).map((detail) => [keyOf(detail.reference), detail])), [answer]);
  const opener = useRef<Element | null>(null);
  const open = trail.steps.length > 0;
  const parts = answer.parts;
  const part = parts?.find(({ id, absence }) => id === trail.part && absence === '');
  const exhibits = part ? part.exhibits : answer.exhibits;
  const nothing = state !== undefined && parts !== undefined && parts.every(({ absence }) => absence !== '');
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(part?.id);
  // Before anybody sees the page: whoever sees it may press a key.
  useLayoutEffect(() => {
    const turns = parts ? { n: () => turn(1), p: () => turn(-1) } : {};
    return onKeys({ Escape: () => open && trail.close(), '/': focusFilter, ...turns });
  }, [open, trail.part]);
  useEffect(() => {
    if (shown.current !== part?.id) {
      shown.current = part?.id;
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, [part]);
  useEffect(() => {
    if (!open && opener.current instanceof HTMLElement && opener.current.isConnected) {
      opener.current.focus({ preventScroll: true });
    }
  }, [open]);
  const turn = (by: number) => {
    const ids = ['', ...(parts ?? []).filter(({ absence }) => absence === '').map(({ id }) => id)];
    const to = ids[ids.indexOf(part?.id ?? '') + by];
    if (to !== undefined) {
      trail.turn(to);
    }
  };
  const doors: Doors = {
    href: (reference) => (details.has(keyOf(reference)) ? hrefOf(keyOf(reference), trail.part) : undefined),
    navigate: (reference) => {
      opener.current = document.activeElement;
      trail.open(keyOf(reference));
    },
  };
  return (
    <div class={['report', open && 'open', parts && 'parted'].filter(Boolean).join(' ')}>
      <header class="bar">
        <span class="brand">
          <Mark />
          Backbeat
        </span>
        <h1>{visible(answer.question || answer.id)}</h1>
        <span class="chip mono">{visible(answer.id)}</span>
        {state && (
          <span class={`chip live ${state === 'live' ? 'fresh' : 'stale'}`} role="status">
            {state}
          </span>
        )}
        <ThemeSwitch />
      </header>
      {parts && <Answers parts={parts} trail={trail} shown={part?.id ?? ''} />}
      <main class={exhibits.length > 1 && !(parts && !part) ? 'many' : ''}>
        {parts && (
          <h2 class={part ? 'question' : 'unseen'} ref={heading} tabIndex={-1}>
            {part ? visible(part.question) : 'what to look at first'}
          </h2>
        )}
        {nothing ? (
          <Sending />
        ) : parts && !part ? (
          <Home answer={answer} parts={parts} trail={trail} doors={doors} />
        ) : (
          exhibits.map((exhibit, index) => (
            <ExhibitView key={`${part?.id ?? ''}/${index}`} exhibit={exhibit} doors={doors} />
          ))
        )}
        {!parts && exhibits.length === 0 && !state && <p class="empty">this answer holds nothing to show</p>}
      </main>
      <footer>
        <span>{state ? 'This page follows the store of its server.' : 'This file holds all it shows and asks nothing of any network.'}</span>
        <span>
          {parts && (
            <>
              <kbd>n</kbd> and <kbd>p</kbd> turn to the next and the previous answer,{' '}
            </>
          )}
          <kbd>/</kbd> filters, <kbd>Tab</kbd> and <kbd>Enter</kbd> open, <kbd>Esc</kbd> closes
        </span>
      </footer>
      {open && <Panel trail={trail} details={details} />}
    </div>
  );
}

/** What to do where the server has nothing yet. */
function Sending() {
  return (
    <section class="sending" aria-label="how to begin">
      <h3>Nothing is in the store yet</h3>
      <p>Send lines of a log; they are here a second later:</p>
      <pre>{`curl --data-binary @path/to/a.log -H 'Content-Type: text/plain' '${location.origin}/api/ingest?source=shop'`}</pre>
      <p>
        A page may send its console's lines there too, where <code>--allow-origin</code> names it. Or stop the server
        and read files with <code>backbeat analyze &lt;logs&gt;</code>.
      </p>
    </section>
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
    <button type="button" class="quiet theme" onClick={turn} aria-label={`colours: ${theme}; change them`}>
      colours: {theme}
    </button>
  );
}

function Mark() {
  return (
    <svg width="18" height="18" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M3 16V4M8 16V8M13 16V2M18 16v-5" />
    </svg>
  );
}

/** The first filter that is seen: of the details where there are any. */
function focusFilter(): void {
  const within = document.querySelector('.panel .detail:not([hidden])') ?? document.querySelector('main');
  within?.querySelector<HTMLInputElement>('input.filter')?.focus();
}

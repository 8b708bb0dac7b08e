import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { onKeys } from '../base/keyboard';
import { applyTheme, chosenTheme, nextTheme } from '../base/theme';
import { visible } from '../base/visible';
import type { Answer } from '../exhibits/answer';
import { ExhibitView } from '../exhibits/ExhibitView';
import { keyOf, type Doors } from '../exhibits/references';
import { Panel } from './Panel';
import { hrefOf, useTrail } from './trail';

/** One answer as a page of its own, with what lies behind its references at the side. */
export function Report({ answer }: { answer: Answer }) {
  const trail = useTrail();
  const details = useMemo(() => new Map((answer.details ?? []).map((detail) => [keyOf(detail.reference), detail])), [answer]);
  const opener = useRef<Element | null>(null);
  const open = trail.steps.length > 0;
  useEffect(() => onKeys({ Escape: () => open && trail.close(), '/': focusFilter }), [open]);
  useEffect(() => {
    if (!open && opener.current instanceof HTMLElement && opener.current.isConnected) {
      opener.current.focus({ preventScroll: true });
    }
  }, [open]);
  const doors: Doors = {
    href: (reference) => (details.has(keyOf(reference)) ? hrefOf(keyOf(reference)) : undefined),
    navigate: (reference) => {
      opener.current = document.activeElement;
      trail.open(keyOf(reference));
    },
  };
  return (
    <div class={open ? 'report open' : 'report'}>
      <header class="bar">
        <span class="brand">
          <Mark />
          Backbeat
        </span>
        <h1>{visible(answer.question || answer.id)}</h1>
        <span class="chip mono">{visible(answer.id)}</span>
        <ThemeSwitch />
      </header>
      <main class={answer.exhibits.length > 1 ? 'many' : ''}>
        {answer.exhibits.map((exhibit, index) => (
          <ExhibitView key={index} exhibit={exhibit} doors={doors} />
        ))}
        {answer.exhibits.length === 0 && <p class="empty">this answer holds nothing to show</p>}
      </main>
      <footer>
        <span>This file holds all it shows and asks nothing of any network.</span>
        <span>
          <kbd>/</kbd> filters, <kbd>Tab</kbd> and <kbd>Enter</kbd> open, <kbd>Esc</kbd> closes
        </span>
      </footer>
      {open && <Panel trail={trail} details={details} />}
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

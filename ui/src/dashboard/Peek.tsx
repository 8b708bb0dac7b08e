import { useEffect, useRef } from 'preact/hooks';
import { visible } from '../base/visible';
import type { CodePlace } from '../exhibits/answer';
import { ExhibitView } from '../exhibits/ExhibitView';
import { useAnswer } from './asked';
import { doorsOf, peekOf } from './doors';
import { waysOut, type Checkout } from './outside';
import { changed, go, type Where } from './route';
import { Told } from './States';

/** Lines of a log or of code, beside the page that led to them. */
export function Peek({ where }: { where: Where }) {
  const key = where.query.get('peek');
  const peek = peekOf(key);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (key) {
      if (!heading.current?.closest('aside')?.contains(document.activeElement)) {
        opener.current = document.activeElement;
      }
      heading.current?.focus({ preventScroll: true });
    } else if (opener.current instanceof HTMLElement && opener.current.isConnected) {
      opener.current.focus({ preventScroll: true });
      opener.current = null;
    }
  }, [key]);
  if (!peek) {
    return null;
  }
  const title = peek.kind === 'code' ? `${peek.place.path}:${peek.place.line}` : 'raw lines, redacted';
  return (
    <aside class="peek" aria-labelledby="peek-title">
      <header>
        <h2 id="peek-title" ref={heading} tabIndex={-1}>
          {visible(title)}
        </h2>
        <button type="button" class="quiet" onClick={() => go(changed(where, { peek: '' }))}>
          close <kbd>Esc</kbd>
        </button>
      </header>
      {peek.kind === 'code' ? <CodeLines place={peek.place} where={where} /> : <RawLines {...peek} where={where} />}
    </aside>
  );
}

const AROUND = 20;

function RawLines({ input, offset, where }: { input: string; offset: string; where: Where }) {
  const asked = useAnswer(`/api/raw/${input}/${offset}?before=${AROUND}&after=${AROUND}`);
  return (
    <Told title="raw lines" asked={asked} rows={12}>
      {(answer) => answer.exhibits.map((exhibit, index) => <ExhibitView key={index} exhibit={exhibit} doors={doorsOf(where)} />)}
    </Told>
  );
}

/** Lines of code, and the ways out to an editor or to the host of the repository. */
export function CodeLines({ place, where, around = 12 }: { place: CodePlace; where: Where; around?: number }) {
  const query = new URLSearchParams({
    checkout: place.checkout,
    path: place.path,
    line: String(Math.max(1, place.line)),
    endLine: String(Math.max(1, place.endLine)),
    around: String(around),
    ...(place.commit ? { commit: place.commit } : {}),
  });
  const asked = useAnswer(`/api/source?${query}`);
  return (
    <>
      <WaysOut place={place} />
      <Told title="source" asked={asked} rows={12}>
        {(answer) =>
          answer.exhibits.map((exhibit, index) => <ExhibitView key={index} exhibit={exhibit} doors={doorsOf(where)} />)
        }
      </Told>
    </>
  );
}

export function WaysOut({ place }: { place: CodePlace }) {
  const checkouts = useAnswer<{ checkouts: Checkout[] }>('/api/checkouts').data?.checkouts ?? [];
  const ways = waysOut(place, checkouts);
  return ways.length === 0 ? null : (
    <p class="ways">
      <span>open in</span>
      {ways.map(({ words, href }) => (
        <a key={words} href={href} rel="noreferrer" {...(href.startsWith('https:') ? { target: '_blank' } : {})}>
          {words}
        </a>
      ))}
    </p>
  );
}

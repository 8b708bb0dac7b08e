import { useEffect, useRef, useState } from 'preact/hooks';
import { count } from '../base/figures';
import { visible } from '../base/visible';
import type { Reference } from '../exhibits/answer';
import { useAnswer } from './asked';
import { addressOf } from './doors';
import { cellAt, exhibit, numberOf, plainOf } from './find';
import { go, type Where } from './route';

const PAUSE_MILLIS = 120;

interface Hit {
  kind: string;
  name: string;
  of: string;
  times: number;
  reference: Reference | undefined;
}

/** Finds what has a text in its name. `/` comes here from anywhere. */
export function SearchBox({ where }: { where: Where }) {
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setWanted(typed.trim()), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const leave = (event: Event) => !box.current?.contains(event.target as Node) && setOpen(false);
    addEventListener('pointerdown', leave);
    return () => removeEventListener('pointerdown', leave);
  }, []);
  const asked = useAnswer(wanted === '' ? undefined : `/api/search?text=${encodeURIComponent(wanted.slice(0, 200))}`);
  const table = exhibit(asked.data, 'table', 'found');
  const hits: Hit[] = (table?.rows ?? []).map((row) => ({
    kind: plainOf(row[0]),
    name: plainOf(row[1]),
    of: plainOf(row[2]),
    times: table ? numberOf(cellAt(table, row, 'times')) : 0,
    reference: row[1]?.references?.[0],
  }));
  const take = (hit: Hit | undefined) => {
    if (hit?.reference) {
      setOpen(false);
      setTyped('');
      input.current?.blur();
      go(addressOf(hit.reference, where));
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt((was) => Math.max(0, Math.min(hits.length - 1, was + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter') {
      take(hits[at]);
    } else if (event.key === 'Escape') {
      setOpen(false);
      input.current?.blur();
    }
  };
  const shown = open && wanted !== '' && (table !== undefined || asked.trouble !== undefined);
  return (
    <div class="search" ref={box}>
      <input
        ref={input}
        id="search"
        type="text"
        role="combobox"
        aria-label="find a handler, beat, sequence, topic, state key or execution"
        aria-expanded={shown}
        aria-controls="hits"
        aria-autocomplete="list"
        {...(shown && hits.length > 0 ? { 'aria-activedescendant': `hit-${at}` } : {})}
        placeholder="Find a handler, sequence, execution …"
        autocomplete="off"
        spellcheck={false}
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={press}
      />
      <kbd aria-hidden="true">/</kbd>
      {shown && (
        <div class="hits">
          {hits.length === 0 ? (
            <p role="status">{asked.trouble ? asked.trouble.message : 'nothing has that in its name'}</p>
          ) : (
            <ul id="hits" role="listbox" aria-label="found">
              {hits.map((hit, index) => (
                <li
                  key={index}
                  id={`hit-${index}`}
                  role="option"
                  aria-selected={index === at}
                  onPointerEnter={() => setAt(index)}
                  onClick={() => take(hit)}
                >
                  <span class="hit-kind">{hit.kind}</span>
                  <span class="mono hit-name" title={visible(hit.name)}>
                    {visible(hit.name)}
                  </span>
                  <span class="hit-of" title={visible(hit.of)}>
                    {visible(hit.of)}
                  </span>
                  <span class="hit-times">{hit.times > 0 && `${count(hit.times)} ×`}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

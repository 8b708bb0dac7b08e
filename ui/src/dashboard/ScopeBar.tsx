import { useEffect, useRef, useState } from 'preact/hooks';
import { instant } from '../base/figures';
import { visible } from '../base/visible';
import type { Cell, Table } from '../exhibits/answer';
import { useAnswer } from './asked';
import { cellAt, exhibit, numberOf, plainOf } from './find';
import { changed, go, type Where } from './route';
import { isEverything, SCOPE, scopeOf } from './scope';

interface Choice {
  value: string;
  words: string;
}

/** What the answers are about. It stands in the address and holds on every page. */
export function ScopeBar({ where }: { where: Where }) {
  const names = useAnswer('/api/scope').data;
  const scope = scopeOf(where);
  const set = (name: string, value: string) => go(changed(where, { [name]: value, offset: '', peek: '' }));
  const builds = choices(exhibit(names, 'table', 'builds'), 'build').filter(({ value }) => value !== '');
  const sequences = choices(exhibit(names, 'table', 'sequences'), 'id', 'sequence');
  const plugins = choices(exhibit(names, 'table', 'plugins'), 'plugin');
  const known = exhibit(names, 'table', 'sessions');
  const began = (row: Cell[], table: Table) => instant(numberOf(cellAt(table, row, 'from'))).slice(0, 19).replace('T', ' ');
  const days = new Set((known?.rows ?? []).map((row) => known && began(row, known).slice(0, 10)));
  // There is room for a few letters only: the day says nothing where all are of one.
  const sessions = choices(known, 'session', 'session', (row, table) => began(row, table).slice(days.size === 1 ? 11 : 5));
  const clear = Object.fromEntries(SCOPE.map((name) => [name, '']));
  return (
    <div class="scope" role="group" aria-label="scope: what the answers are about">
      <Chip name="build" all="all builds" choices={builds} value={scope.build} set={set} />
      <TimeChip where={where} extent={extentOf(exhibit(names, 'table', 'builds'))} />
      <Chip name="sequence" all={`all ${sequences.length || ''}`.trim()} choices={sequences} value={scope.sequence} set={set} />
      <Chip name="plugin" all={`all ${plugins.length || ''}`.trim()} choices={plugins} value={scope.plugin} set={set} />
      <Chip name="session" all={`all ${sessions.length || ''}`.trim()} choices={sessions} value={scope.session} set={set} />
      {!isEverything(scope) && (
        <button
          type="button"
          class="quiet clear"
          title="ask about everything"
          onClick={() => go(changed(where, clear))}
        >
          clear
        </button>
      )}
    </div>
  );
}

function choices(
  table: Table | undefined,
  value: string,
  words = value,
  more: (row: Cell[], table: Table) => string = () => '',
): Choice[] {
  return (table?.rows ?? []).map((row) => {
    const besides = more(row, table as Table);
    const name = plainOf(cellAt(table as Table, row, words));
    return { value: plainOf(cellAt(table as Table, row, value)), words: besides === '' ? name : `${besides} · ${name}` };
  });
}

interface ChipProps {
  name: string;
  all: string;
  choices: Choice[];
  value: string | undefined;
  set(name: string, value: string): void;
}

/** Names are cut, since the longest would push all else out of the bar. */
const LONGEST = 48;

function Chip({ name, all, choices: known, value, set }: ChipProps) {
  const strange = value !== undefined && known.every((choice) => choice.value !== value);
  const cut = (words: string) => {
    const shown = visible(words);
    return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown;
  };
  return (
    <label class={value ? 'scope-chip set' : 'scope-chip'}>
      <span>{name}</span>
      <select value={value ?? ''} onChange={(event) => set(name, event.currentTarget.value)}>
        <option value="">{all}</option>
        {strange && <option value={value}>{cut(value)}</option>}
        {known.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {cut(choice.words)}
          </option>
        ))}
      </select>
    </label>
  );
}

function extentOf(builds: Table | undefined): [number, number] | undefined {
  const from = (builds?.rows ?? []).map((row) => numberOf(cellAt(builds as Table, row, 'from')));
  const to = (builds?.rows ?? []).map((row) => numberOf(cellAt(builds as Table, row, 'to')));
  return from.length === 0 ? undefined : [Math.min(...from) / 1e6, Math.max(...to) / 1e6];
}

const LAST: [string, number][] = [
  ['last 5 minutes', 5],
  ['last 15 minutes', 15],
  ['last hour', 60],
  ['last day', 1440],
];

const MINUTE_MILLIS = 60_000;

function TimeChip({ where, extent }: { where: Where; extent: [number, number] | undefined }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { from, to } = scopeOf(where);
  useEffect(() => {
    const leave = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    addEventListener('pointerdown', leave);
    addEventListener('keydown', leave);
    return () => {
      removeEventListener('pointerdown', leave);
      removeEventListener('keydown', leave);
    };
  }, []);
  const set = (times: { from?: string; to?: string }) => go(changed(where, { ...times, offset: '', peek: '' }));
  const brief = (time: string) => time.slice(5, 16).replace('T', ' ');
  const words = from && to ? `${brief(from)} – ${brief(to)}` : from ? `from ${brief(from)}` : to ? `to ${brief(to)}` : 'all';
  return (
    <div class={from || to ? 'scope-chip set' : 'scope-chip'} ref={box}>
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>time</span> <b>{words}</b> <i aria-hidden="true">▾</i>
      </button>
      {open && (
        <div class="scope-times">
          <p>
            {LAST.map(([name, minutes]) => (
              <button
                key={name}
                type="button"
                class="quiet"
                disabled={!extent}
                title="up to the newest line there is"
                onClick={() => extent && set({ from: new Date(extent[1] - minutes * MINUTE_MILLIS).toISOString(), to: '' })}
              >
                {name}
              </button>
            ))}
            <button type="button" class="quiet" onClick={() => set({ from: '', to: '' })}>
              all
            </button>
          </p>
          <TimeField name="from" value={from} set={(value) => set({ from: value })} />
          <TimeField name="to" value={to} set={(value) => set({ to: value })} />
          <p class="soft">
            UTC{extent && `; the logs go from ${new Date(extent[0]).toISOString().slice(0, 19)} to ${new Date(extent[1]).toISOString().slice(0, 19)}`}
          </p>
        </div>
      )}
    </div>
  );
}

function TimeField({ name, value, set }: { name: string; value: string | undefined; set(value: string): void }) {
  return (
    <label>
      <span>{name}</span>
      <input
        type="datetime-local"
        step="1"
        value={value?.slice(0, 19) ?? ''}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          set(typed === '' ? '' : `${typed.length === 16 ? `${typed}:00` : typed}Z`);
        }}
      />
    </label>
  );
}

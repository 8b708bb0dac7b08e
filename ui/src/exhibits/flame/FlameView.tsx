import { useEffect, useMemo, useState } from 'preact/hooks';
import { count, duration, share } from '../../base/figures';
import { Words } from '../../base/Words';
import type { Tree } from '../answer';
import { CellView } from '../CellView';
import { nodesOf } from '../columns';
import { Frame } from '../Frame';
import type { Doors } from '../references';
import { TableView } from '../TableView';
import type { Box } from './boxes';
import { Icicle, nameOf } from './Icicle';
import { NamesTable } from './NamesTable';
import { calleesOf, callersOf, matches, namesOf, same, spotsOf, topmost, wayTo, type Named, type Spot } from './spots';

type Mode = 'time' | 'heavy' | 'sandwich';

const MODES: [Mode, string][] = [
  ['time', 'time order'],
  ['heavy', 'left heavy'],
  ['sandwich', 'sandwich'],
];

const MILLION = 1_000_000;

/** Figures by the way that leads to them, as wide as they are: in the order of time, the heaviest first, or around a name. */
export function FlameView({ tree, doors }: { tree: Tree; doors: Doors }) {
  const [mode, setMode] = useState<Mode>('time');
  const [asTable, setAsTable] = useState(false);
  const [sought, setSought] = useState('');
  const root = useMemo(() => spotsOf(tree, mode === 'time' ? 'time' : 'heavy'), [tree, mode === 'time']);
  const figure = (value: number) => (tree.quantity === 'duration' ? duration(value) : count(value));
  if (tree.nodes.parent.length === 0) {
    return (
      <Frame kind="tree" title={tree.title}>
        <p class="empty">
          <Words text={tree.whenEmpty} />
        </p>
      </Frame>
    );
  }
  const tools = (
    <>
      {!asTable &&
        MODES.map(([one, words]) => (
          <button key={one} type="button" class="quiet" aria-pressed={mode === one} onClick={() => setMode(one)}>
            {words}
          </button>
        ))}
      <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        as a table
      </button>
    </>
  );
  return (
    <Frame kind="tree" title={tree.title} aside={figure(root.total)} tools={tools}>
      {asTable ? (
        <TableView table={{ ...nodesOf(tree), title: '' }} doors={doors} />
      ) : mode === 'sandwich' ? (
        <Sandwich root={root} doors={doors} figure={figure} />
      ) : (
        <Whole root={root} doors={doors} figure={figure} sought={sought} onSeek={setSought} />
      )}
    </Frame>
  );
}

interface Shared {
  root: Spot;
  doors: Doors;
  figure: (value: number) => string;
}

function Whole({ root, doors, figure, sought, onSeek }: Shared & { sought: string; onSeek: (words: string) => void }) {
  const [focus, setFocus] = useState(root);
  const [looked, setLooked] = useState<Box>();
  // Another order, or newer figures, keep what is looked at.
  const now = useMemo(() => same(root, wayTo(focus)), [root, focus]);
  useEffect(() => setLooked(undefined), [root]);
  const found = useMemo(() => (sought === '' ? [] : topmost(now, (spot) => matches(spot, sought))), [now, sought]);
  const weight = found.reduce((all, one) => all + one.total, 0);
  return (
    <>
      <div class="flame-head">
        <nav class="flame-way" aria-label="what is looked at">
          {wayTo(now).map((spot, index, way) => (
            <span key={spot.key}>
              {index > 0 && <span aria-hidden="true"> › </span>}
              {index === way.length - 1 ? (
                <strong>{spot.name}</strong>
              ) : (
                <button type="button" class="link" onClick={() => setFocus(spot)}>
                  {spot.name}
                </button>
              )}
            </span>
          ))}
        </nav>
        <input
          class="filter"
          value={sought}
          placeholder="search names"
          aria-label="search names"
          onInput={(event) => onSeek(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onSeek('')}
        />
        <span class="flame-note" aria-live="polite">
          {sought !== '' && `${count(found.length)} found, ${part(weight, now.total)} of ${figure(now.total)}`}
        </span>
      </div>
      <Icicle label="time by the way that leads to it" focus={now} sought={sought} figure={figure} onFocus={setFocus} onLook={setLooked} />
      <Detail box={looked} root={root} doors={doors} figure={figure} idle="Enter looks closer, Esc goes back" />
    </>
  );
}

function part(value: number, of: number): string {
  return of > 0 ? share(Math.round((value / of) * MILLION)) : '–';
}

/** What is pointed at, or chosen with the keyboard. */
function Detail({ box, root, doors, figure, idle }: Shared & { box: Box | undefined; idle: string }) {
  if (!box) {
    return <p class="flame-detail soft">point at a box, or walk with the arrow keys; {idle}</p>;
  }
  const { spot } = box;
  if (box.stands > 1) {
    return (
      <p class="flame-detail">
        <strong>{nameOf(box)}</strong>, {figure(box.total)} together; look closer at what is above them, or read them as a table
      </p>
    );
  }
  return (
    <p class="flame-detail">
      <strong>{spot.cell ? <CellView cell={spot.cell} doors={doors} /> : spot.name}</strong> {spot.kind}: {figure(spot.total)} (
      {part(spot.total, root.total)}), {figure(spot.self)} of its own, {count(spot.count)} {spot.count === 1 ? 'run' : 'runs'}
    </p>
  );
}

/** A name, with what leads to it above and what it leads to below. */
function Sandwich({ root, doors, figure }: Shared) {
  const names = useMemo(() => namesOf(root), [root]);
  const [chosen, setChosen] = useState('');
  const [looked, setLooked] = useState<Box>();
  const key = useMemo(() => (names.some((one) => one.key === chosen) ? chosen : firstOf(root, names)), [root, names, chosen]);
  const callers = useMemo(() => callersOf(root, key).children[0], [root, key]);
  const callees = useMemo(() => calleesOf(root, key).children[0], [root, key]);
  const choose = (spot: Spot) => setChosen(spot.key);
  return (
    <div class="flame-sandwich">
      <NamesTable names={names} chosen={key} figure={figure} onChoose={setChosen} />
      <div>
        <h3>what leads to it</h3>
        {callers && (
          <Icicle label="what leads to it" focus={alone(callers)} sought="" upward figure={figure} onFocus={choose} onLook={setLooked} />
        )}
        <h3>what it leads to</h3>
        {callees && <Icicle label="what it leads to" focus={alone(callees)} sought="" figure={figure} onFocus={choose} onLook={setLooked} />}
        <Detail box={looked} root={root} doors={doors} figure={figure} idle="Enter puts it in the middle" />
      </div>
    </div>
  );
}

/** The name to begin with: the heaviest that something leads to. */
function firstOf(root: Spot, names: Named[]): string {
  const top = new Set(root.children.map(({ key }) => key));
  const called = names.filter(({ key }) => !top.has(key));
  const heaviest = [...(called.length > 0 ? called : names)].sort((one, other) => other.self - one.self)[0];
  return heaviest?.key ?? '';
}

/** The spot as if nothing were above it. */
function alone(spot: Spot): Spot {
  delete spot.parent;
  return spot;
}

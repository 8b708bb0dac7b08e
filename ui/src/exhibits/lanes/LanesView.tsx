import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { count, duration } from '../../base/figures';
import { onThemeChange } from '../../base/theme';
import type { Lanes } from '../answer';
import { barsOf } from '../columns';
import { Frame } from '../Frame';
import type { Doors } from '../references';
import { TableView } from '../TableView';
import { Words } from '../../base/Words';
import { BarDetail, wordsOf } from './BarDetail';
import { coloursOf } from './colours';
import { boxesOf, foldable, foldedAtFirst, keyOf, ROW } from './layout';
import { Legend } from './Legend';
import { endOf, rowsOf, sharing, type RowOfBars } from './levels';
import { marksOf } from './marks';
import { Overview } from './Overview';
import { grainOf, Painter, type View } from './paint';
import { barAt, laneAt, neighbour } from './pick';
import { Ruler } from './Ruler';
import { barsNamed, matching, soughtOf } from './search';

interface Props {
  lanes: Lanes;
  doors: Doors;
  /** Asks for a closer look, where somebody can give one: epoch nanoseconds as text, and how many pixels. */
  load?: (begin: string, end: string, pixels: number) => void;
  /** The whole extent, where only a part of it is loaded. */
  whole?: { fromNanos: string; toNanos: string };
}

/** How much is drawn: bars that stand for several runs are told apart from these. */
function drawnOf({ total, bars }: Lanes): string {
  const drawn = bars.lane.length;
  const words = `${count(drawn)} ${drawn === 1 ? 'bar' : 'bars'}`;
  return Number(total) > drawn ? `${words} for ${count(total)} runs` : words;
}

const LEAST_HEIGHT = 60;
const SHALLOWEST = 20;
const WAIT_MILLIS = 220;

/** What ran when: lanes to zoom, to pan, to search and to walk through with the keyboard. */
export function LanesView({ lanes, doors, load, whole }: Props) {
  const origin = BigInt(whole?.fromNanos ?? lanes.fromNanos);
  const shift = Number(BigInt(lanes.fromNanos) - origin);
  const length = Math.max(1, Number(BigInt(whole?.toNanos ?? lanes.toNanos) - origin));
  const [view, setView] = useState<[number, number]>([0, length]);
  const [folded, setFolded] = useState<Set<string>>(() => foldedAtFirst(lanes));
  const [chosen, setChosen] = useState(-1);
  const [hover, setHover] = useState(-1);
  const [sought, setSought] = useState('');
  const [match, setMatch] = useState(-1);
  const [stretch, setStretch] = useState<[number, number]>();
  const [table, setTable] = useState(false);
  const [seen, setSeen] = useState({ bars: 0, joined: 0 });
  const [size, setSize] = useState({ width: 0, scroll: 0 });
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<{ canvas: HTMLCanvasElement; painter: Painter } | undefined>(undefined);
  const sums = useRef({ bars: 0, joined: 0 });
  const drag = useRef<{ x: number; view: [number, number]; measure: boolean; moved: boolean } | undefined>(undefined);

  const rows = useMemo(() => byLane(rowsOf(lanes)), [lanes]);
  const marks = useMemo(() => marksOf(lanes), [lanes]);
  const { boxes, height } = useMemo(() => boxesOf(lanes, folded), [lanes, folded]);
  const found = useMemo(() => matching(lanes, sought), [lanes, sought]);
  const matches = useMemo(() => (found.size > 0 ? barsNamed(lanes, found) : []), [lanes, found]);
  const wanted = useMemo(() => soughtOf(lanes, found), [lanes, found]);
  const legend = useMemo(() => <Legend lanes={lanes} seen={seen} />, [lanes, seen]);
  const tall = Math.max(LEAST_HEIGHT, Math.min(height + 4, Math.max(240, Math.round(window.innerHeight * 0.62))));

  // Another picture of the same time keeps what is looked at; the bars are others.
  useEffect(() => {
    setChosen(-1);
    setHover(-1);
    setMatch(-1);
  }, [lanes]);
  useEffect(() => setView([0, length]), [String(origin), length]);

  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setSize((known) => ({ ...known, width: Math.floor(entry?.contentRect.width ?? 0) })));
    if (holder.current) {
      observer.observe(holder.current);
    }
    return () => observer.disconnect();
  }, [table, lanes.bars.lane.length === 0]);

  const [from, to] = view;
  const looked: View = {
    from: from - shift,
    to: to - shift,
    width: size.width,
    height: tall,
    scroll: size.scroll,
    density: window.devicePixelRatio || 1,
  };
  useLayoutEffect(() => {
    const draw = () => {
      const there = canvas.current;
      const context = there?.getContext('2d');
      if (!there || !context || size.width === 0) {
        return;
      }
      const wide = Math.round(size.width * looked.density);
      const high = Math.round(tall * looked.density);
      // Another size costs a new picture, so it is set only where it is another one.
      if (there.width !== wide || there.height !== high) {
        there.width = wide;
        there.height = high;
      }
      if (painter.current?.canvas !== there) {
        painter.current = { canvas: there, painter: new Painter(context) };
      }
      const marked = stretch && ([stretch[0] - shift, stretch[1] - shift] as [number, number]);
      sums.current = painter.current.painter.paint({ lanes, boxes, rows, marks }, looked, coloursOf(there), {
        bar: chosen,
        hover,
        sought: wanted,
        ...(marked ? { stretch: marked } : {}),
      });
    };
    draw();
    return onThemeChange(draw);
  }, [lanes, boxes, rows, from, to, size, chosen, hover, wanted, stretch, tall, shift, table]);

  // Said when nobody moves any more: words that change with each frame are not read.
  useEffect(() => {
    const timer = setTimeout(() => setSeen((known) => (known.bars === sums.current.bars && known.joined === sums.current.joined ? known : sums.current)), WAIT_MILLIS);
    return () => clearTimeout(timer);
  }, [lanes, boxes, from, to, size]);

  // A closer look is asked for when nobody moves any more; the picture there is stays meanwhile.
  useEffect(() => {
    if (!load || size.width === 0) {
      return undefined;
    }
    const loadedFrom = shift;
    const loadedTo = shift + Number(BigInt(lanes.toNanos) - BigInt(lanes.fromNanos));
    const inside = from >= loadedFrom - 1 && to <= loadedTo + 1;
    if (inside && to - from > (loadedTo - loadedFrom) / 3) {
      return undefined;
    }
    const timer = setTimeout(() => {
      const margin = (to - from) / 2;
      const begin = origin + BigInt(Math.max(0, Math.floor(from - margin)));
      const end = origin + BigInt(Math.min(length, Math.ceil(to + margin)));
      load(String(begin), String(end), size.width * 2);
    }, WAIT_MILLIS);
    return () => clearTimeout(timer);
  }, [from, to, size.width, lanes]);

  const look = (begin: number, end: number) => {
    const wide = Math.min(length, Math.max(SHALLOWEST, end - begin));
    const left = Math.min(Math.max(0, begin), length - wide);
    setView([left, left + wide]);
  };
  const zoom = (factor: number, at = 0.5) => {
    const middle = from + (to - from) * at;
    look(middle - (middle - from) * factor, middle + (to - middle) * factor);
  };
  const show = (bar: number) => {
    const begins = (lanes.bars.start[bar] ?? 0) + shift;
    const ends = endOf(lanes, bar) + shift;
    if (begins < from || ends > to) {
      const room = Math.max(to - from, (ends - begins) * 1.2);
      look((begins + ends - room) / 2, (begins + ends + room) / 2);
    }
    reveal(bar);
    setChosen(bar);
  };
  const reveal = (bar: number) => {
    const lane = keyOf(lanes, lanes.bars.lane[bar] ?? -1);
    if (folded.has(lane) && (lanes.bars.row[bar] ?? 0) > 0) {
      setFolded(new Set([...folded].filter((one) => one !== lane)));
    }
    const box = boxes.find(({ index }) => index === lanes.bars.lane[bar]);
    const scroller = holder.current;
    if (box && scroller) {
      const y = box.rowsTop + (lanes.bars.row[bar] ?? 0) * ROW;
      if (y < scroller.scrollTop + 20 || y > scroller.scrollTop + tall - 40) {
        scroller.scrollTop = Math.max(0, y - tall / 2);
      }
    }
  };
  const near = (bar: number) => {
    const begins = (lanes.bars.start[bar] ?? 0) + shift;
    const room = Math.max(SHALLOWEST, endOf(lanes, bar) + shift - begins);
    look(begins - room * 0.1, begins + room * 1.1);
  };
  const step = (by: number) => {
    if (matches.length > 0) {
      const next = (match + by + matches.length) % matches.length;
      setMatch(next);
      show(matches[next] ?? -1);
    }
  };

  const place = (event: MouseEvent) => ({
    nanos: from + ((to - from) * event.offsetX) / Math.max(1, size.width) - shift,
    y: event.offsetY + size.scroll,
  });
  const perPixel = (to - from) / Math.max(1, size.width);
  const pointed = (event: MouseEvent) => {
    const { nanos, y } = place(event);
    const bar = barAt(lanes, boxes, rows, nanos, y, perPixel * 3);
    return drawnAs(bar).bar;
  };
  // What is too narrow to be told apart is drawn as one, and told as that one.
  const drawnAs = (bar: number) => {
    const row = rows.get(lanes.bars.lane[bar] ?? -1)?.find((one) => one.row === lanes.bars.row[bar]);
    return row ? sharing(row, bar, grainOf(looked), wanted) : { bar, bars: 1 };
  };
  const press = (event: PointerEvent) => {
    canvas.current?.setPointerCapture(event.pointerId);
    drag.current = { x: event.offsetX, view, measure: event.shiftKey, moved: false };
  };
  const move = (event: PointerEvent) => {
    const held = drag.current;
    if (!held) {
      setHover(pointed(event));
      return;
    }
    held.moved ||= Math.abs(event.offsetX - held.x) > 3;
    if (!held.moved) {
      return;
    }
    if (held.measure) {
      const at = (x: number) => from + perPixel * x;
      setStretch([Math.min(at(held.x), at(event.offsetX)), Math.max(at(held.x), at(event.offsetX))]);
    } else {
      const by = (held.x - event.offsetX) * perPixel;
      look(held.view[0] + by, held.view[1] + by);
    }
  };
  const release = (event: PointerEvent) => {
    const held = drag.current;
    drag.current = undefined;
    if (!held || held.moved) {
      return;
    }
    setStretch(undefined);
    const lane = laneAt(boxes, place(event).y);
    if (lane >= 0) {
      const next = new Set(folded);
      const name = keyOf(lanes, lane);
      if (!next.delete(name)) {
        next.add(name);
      }
      setFolded(next);
      return;
    }
    setChosen(pointed(event));
  };
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      event.preventDefault();
      zoom(Math.exp(event.deltaY * 0.002), event.offsetX / Math.max(1, size.width));
    } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      const by = (event.deltaX || event.deltaY) * perPixel;
      look(from + by, to + by);
    }
  };
  useEffect(() => {
    const target = canvas.current;
    target?.addEventListener('wheel', wheel, { passive: false });
    return () => target?.removeEventListener('wheel', wheel);
  });
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) {
      return;
    }
    const pan = (to - from) * 0.2;
    const actions: Record<string, () => void> = {
      w: () => zoom(0.7),
      '+': () => zoom(0.7),
      '=': () => zoom(0.7),
      s: () => zoom(1.4),
      '-': () => zoom(1.4),
      a: () => look(from - pan, to - pan),
      d: () => look(from + pan, to + pan),
      '0': () => look(0, length),
      Home: () => look(0, length),
      f: () => chosen >= 0 && near(chosen),
      Enter: () => chosen >= 0 && near(chosen),
      Escape: () => (setChosen(-1), setStretch(undefined)),
    };
    const action = actions[event.key];
    if (action) {
      event.preventDefault();
      event.stopPropagation();
      action();
    } else if (event.key.startsWith('Arrow')) {
      event.preventDefault();
      const next = neighbour(lanes, boxes, rows, chosen, event.key, from - shift);
      if (next >= 0) {
        show(next);
      }
    }
  };

  const unfolded = lanes.lanes.length > 1 ? foldable(lanes) : [];
  const aside = `${drawnOf(lanes)} · ${duration(Math.round(to - from))} of ${duration(length)}`;
  const tools = (
    <>
      <input
        class="filter"
        type="search"
        placeholder="find a beat, a handler …"
        aria-label="find by name"
        value={sought}
        onInput={(event) => {
          setSought(event.currentTarget.value);
          setMatch(-1);
        }}
        onKeyDown={(event) => event.key === 'Enter' && step(event.shiftKey ? -1 : 1)}
      />
      {sought !== '' && (
        <span class="aside" role="status">
          {matches.length === 0 ? 'none' : match < 0 ? `${count(matches.length)} found, Enter walks` : `${count(match + 1)} of ${count(matches.length)}`}
        </span>
      )}
      <button type="button" class="quiet" onClick={() => zoom(0.6)} aria-label="closer">
        +
      </button>
      <button type="button" class="quiet" onClick={() => zoom(1.6)} aria-label="farther">
        −
      </button>
      <button type="button" class="quiet" onClick={() => look(0, length)}>
        all
      </button>
      {unfolded.length > 0 && (
        <button type="button" class="quiet" aria-pressed={folded.size > 0} onClick={() => setFolded(new Set(folded.size > 0 ? [] : unfolded))}>
          {folded.size > 0 ? 'open lanes' : 'fold lanes'}
        </button>
      )}
      <button type="button" class="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
        as a table
      </button>
    </>
  );
  if (lanes.bars.lane.length === 0 && lanes.marks.at.length === 0 && !whole) {
    return (
      <Frame kind="lanes" title={lanes.title}>
        <p class="empty">
          <Words text={lanes.whenEmpty} />
        </p>
      </Frame>
    );
  }
  const told = chosen >= 0 ? chosen : hover;
  return (
    <Frame kind="lanes" title={lanes.title} aside={aside} tools={tools}>
      {table ? (
        <TableView table={{ ...barsOf(lanes), title: '' }} doors={doors} />
      ) : (
        <>
          <Overview lanes={lanes} shift={shift} length={length} from={from} to={to} look={look} width={size.width} />
          <Ruler from={from} to={to} width={size.width} origin={origin} />
          <div
            class="lanes-scroll"
            ref={holder}
            style={{ height: `${tall}px` }}
            onScroll={(event) => setSize((known) => ({ ...known, scroll: (event.target as HTMLElement).scrollTop }))}
          >
            <div style={{ height: `${height}px` }}>
              <canvas
                ref={canvas}
                tabIndex={0}
                role="img"
                aria-label={`${drawnOf(lanes)} in ${lanes.lanes.length} lanes; the arrow keys walk from bar to bar, w and s zoom, a and d move, Enter looks closer`}
                style={{ width: `${size.width}px`, height: `${tall}px` }}
                onPointerDown={press}
                onPointerMove={move}
                onPointerUp={release}
                onPointerLeave={() => !drag.current && setHover(-1)}
                onDblClick={(event) => {
                  const bar = pointed(event);
                  if (bar >= 0) {
                    near(bar);
                  }
                }}
                onKeyDown={key}
              />
            </div>
          </div>
          <p class="unseen" role="status">
            {chosen >= 0 ? wordsOf(lanes, chosen).join(', ') : ''}
          </p>
          <BarDetail lanes={lanes} bar={told} sharing={told < 0 ? 0 : drawnAs(told).bars} kept={chosen >= 0} shift={shift} stretch={stretch} doors={doors} />
          {legend}
        </>
      )}
    </Frame>
  );
}

function byLane(rows: RowOfBars[]): Map<number, RowOfBars[]> {
  const lanes = new Map<number, RowOfBars[]>();
  for (const row of rows) {
    const known = lanes.get(row.lane);
    if (known) {
      known.push(row);
    } else {
      lanes.set(row.lane, [row]);
    }
  }
  lanes.forEach((known) => known.sort((one, other) => one.row - other.row));
  return lanes;
}

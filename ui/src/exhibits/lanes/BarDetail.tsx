import { count, duration, share } from '../../base/figures';
import { visible } from '../../base/visible';
import type { Lanes } from '../answer';
import { CellView } from '../CellView';
import { Door } from '../Door';
import type { Doors } from '../references';
import { textOf } from '../values';
import { endOf } from './levels';
import { flagsOf, KINDS } from './words';

interface Props {
  lanes: Lanes;
  bar: number;
  /** How many bars are drawn as this one, where they are too narrow to be told apart. */
  sharing: number;
  /** Whether it was chosen, so that its doors stay. */
  kept: boolean;
  shift: number;
  stretch: [number, number] | undefined;
  doors: Doors;
}

/** What is known of a bar, and where it leads; or what a stretch of time holds. Always there, so that nothing jumps. */
export function BarDetail({ lanes, bar, sharing, kept, shift, stretch, doors }: Props) {
  if (stretch) {
    return <Stretch lanes={lanes} from={stretch[0] - shift} to={stretch[1] - shift} />;
  }
  if (bar < 0 || bar >= lanes.bars.lane.length) {
    return (
      <p class="lanes-detail soft">
        Point at a bar, or press an arrow key. Ctrl and the wheel zoom, dragging moves, Shift and dragging measures; <kbd>w</kbd>{' '}
        <kbd>s</kbd> <kbd>a</kbd> <kbd>d</kbd> do it by key.
      </p>
    );
  }
  const { bars } = lanes;
  const name = lanes.names[bars.name[bar] ?? 0];
  const run = lanes.executions[bars.execution[bar] ?? -1];
  const offset = bars.offset[bar] ?? -1;
  const took = bars.duration[bar] ?? -1;
  const whole = rootOf(lanes, bar);
  const of = whole !== bar ? (bars.duration[whole] ?? 0) : 0;
  const flags = flagsOf(bars.flags[bar] ?? 0);
  const many = bars.count[bar] ?? 1;
  return (
    <p class={`lanes-detail${kept ? ' kept' : ''}`}>
      <b>{name && <CellView cell={name} doors={doors} />}</b> <span class="soft">{KINDS[bars.kind[bar] ?? 0]}</span>{' '}
      {many > 1 && <span>{count(many)} of them, worked {duration(Math.max(0, bars.busy[bar] ?? 0))} · </span>}
      <span class="mono">{took < 0 ? 'without an end' : duration(took)}</span> from{' '}
      <span class="mono">{duration(Math.max(0, bars.start[bar] ?? 0) + shift)}</span>
      {of > 0 && took >= 0 && <span> · {share(Math.round((took / of) * 1e6))} of its execution</span>}
      {flags.map((words) => (
        <span key={words} class={/fail/.test(words) ? 'flag err' : 'flag'}>
          {words}
        </span>
      ))}
      {sharing > 1 && <span class="flag">one of {count(sharing)} in these pixels, a closer look tells them apart</span>}
      {run && (
        <>
          {' · '}
          <CellView cell={run.name} doors={doors} />
          {offset >= 0 && run.input >= 0 && (
            <>
              {' · '}
              <Door
                references={[{ kind: 'place', place: { origin: { input: run.input, offset }, input: '', line: 0 } }]}
                doors={doors}
              >
                its line
              </Door>
            </>
          )}
        </>
      )}
      {name?.references
        ?.filter((reference) => reference.kind === 'code')
        .map((reference) => (
          <span key="code">
            {' · '}
            <Door references={[reference]} doors={doors}>
              {reference.kind === 'code' ? visible(`${reference.place.path.replace(/^.*\//, '')}:${reference.place.line}`) : ''}
            </Door>
          </span>
        ))}
    </p>
  );
}

/** The execution that a bar is part of. */
function rootOf(lanes: Lanes, bar: number): number {
  let at = bar;
  for (let parent = lanes.bars.parent[at] ?? -1; parent >= 0; parent = lanes.bars.parent[at] ?? -1) {
    at = parent;
  }
  return at;
}

/** The same in words, for who does not see it. */
export function wordsOf(lanes: Lanes, bar: number): string[] {
  const { bars } = lanes;
  const took = bars.duration[bar] ?? -1;
  return [
    visible(textOf(lanes.names[bars.name[bar] ?? 0]?.value ?? { kind: 'unknown' })),
    KINDS[bars.kind[bar] ?? 0] ?? '',
    took < 0 ? 'without an end' : duration(took),
    ...flagsOf(bars.flags[bar] ?? 0),
  ];
}

const MOST = 6;

/** What ran in a stretch of time, by name. */
function Stretch({ lanes, from, to }: { lanes: Lanes; from: number; to: number }) {
  const busy = new Map<number, { count: number; nanos: number }>();
  let inside = 0;
  lanes.bars.start.forEach((start, bar) => {
    const end = endOf(lanes, bar);
    if (start > to || end < from || (lanes.bars.count[bar] ?? 0) === 0) {
      return;
    }
    const runs = lanes.bars.count[bar] ?? 1;
    inside += runs;
    const name = lanes.bars.name[bar] ?? 0;
    const known = busy.get(name) ?? { count: 0, nanos: 0 };
    known.count += runs;
    known.nanos += Math.min(to, end) - Math.max(from, start);
    busy.set(name, known);
  });
  const most = [...busy].sort((one, other) => other[1].nanos - one[1].nanos).slice(0, MOST);
  return (
    <p class="lanes-detail kept" role="status">
      <b class="mono">{duration(Math.round(to - from))}</b> · {count(inside)} bars
      {most.map(([name, sums]) => (
        <span key={name} class="flag">
          {visible(textOf(lanes.names[name]?.value ?? { kind: 'unknown' }))} <span class="mono">{duration(Math.round(sums.nanos))}</span>{' '}
          {sums.count > 1 && `in ${count(sums.count)}`}
        </span>
      ))}
    </p>
  );
}

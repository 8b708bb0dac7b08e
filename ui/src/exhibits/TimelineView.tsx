import { count, duration } from '../base/figures';
import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Step, Timeline, Track } from './answer';
import { CellView } from './CellView';
import { Frame } from './Frame';
import type { Doors } from './references';
import { textOf } from './values';

/** So many runs are drawn; the others are counted. */
const MOST_TRACKS = 200;

/** Runs, step by step: each drawn against its own length. */
export function TimelineView({ timeline, doors }: { timeline: Timeline; doors: Doors }) {
  const { tracks, total, title, whenEmpty } = timeline;
  const shown = tracks.slice(0, MOST_TRACKS);
  const aside = total > shown.length ? `${count(shown.length)} of ${count(total)}` : '';
  return (
    <Frame kind="timeline" title={title} aside={aside}>
      {tracks.length === 0 ? (
        <p class="empty">
          <Words text={whenEmpty} />
        </p>
      ) : (
        <ol>
          {shown.map((track, index) => (
            <TrackRow key={index} track={track} doors={doors} />
          ))}
        </ol>
      )}
    </Frame>
  );
}

function TrackRow({ track, doors }: { track: Track; doors: Doors }) {
  const times = track.steps.flatMap(({ startNanos, endNanos }) =>
    [startNanos, endNanos].filter((time) => time !== null).map(Number),
  );
  const begin = Math.min(...times);
  const length = Math.max(1, Math.max(...times) - begin);
  return (
    <li>
      <p>
        <CellView cell={track.name} doors={doors} />{' '}
        <span class="soft">{track.attributes.map(({ cell }) => textOf(cell.value)).join(' · ')}</span>
      </p>
      <dl>
        {track.steps.map((step, index) => (
          <StepRow key={index} step={step} begin={begin} length={length} doors={doors} />
        ))}
      </dl>
    </li>
  );
}

interface StepProps {
  step: Step;
  begin: number;
  length: number;
  doors: Doors;
}

function StepRow({ step, begin, length, doors }: StepProps) {
  const { startNanos, endNanos, attributes } = step;
  const start = startNanos === null ? null : (Number(startNanos) - begin) / length;
  const took = startNanos === null || endNanos === null ? null : Number(endNanos) - Number(startNanos);
  const words = attributes.map(({ label, cell }) => `${visible(label)} ${textOf(cell.value)}`).join(', ');
  return (
    <div title={words}>
      <dt>
        <CellView cell={step.name} doors={doors} />
      </dt>
      <dd class="lane" aria-hidden="true">
        {start !== null && (
          <i style={{ left: `${100 * start}%`, width: `${(100 * Math.max(0, took ?? 0)) / length}%` }} />
        )}
      </dd>
      <dd class="took">{took === null ? '–' : duration(took)}</dd>
    </div>
  );
}

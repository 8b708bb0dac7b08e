import { count } from '../../base/figures';
import type { Lanes } from '../answer';
import type { Sums } from './paint';
import { BOTTLENECK, CONTRADICTED, CRITICAL, FAILED, KINDS, MARKS, OPEN } from './words';

const GLYPHS = ['✗', '◇', '▴', '✗'];

interface Props {
  lanes: Lanes;
  /** How many bars are seen, and how many of them share their pixels. */
  seen: Sums;
}

/** What is drawn how: only what there is. */
export function Legend({ lanes, seen }: Props) {
  const kinds = KINDS.map((words, kind) => ({ words, kind })).filter(({ kind }) => lanes.bars.kind.includes(kind));
  const flags = lanes.bars.flags.reduce((one, other) => one | other, 0);
  const marks = MARKS.map((words, kind) => ({ words, kind })).filter(({ kind }) => lanes.marks.kind.includes(kind));
  return (
    <ul class="lanes-legend" aria-label="legend">
      {kinds.map(({ words, kind }) => (
        <li key={words}>
          <i class={kind >= 4 && kind <= 7 ? 'hatched' : ''} style={{ background: `var(--k${kind})` }} /> {words}
        </li>
      ))}
      {(flags & CRITICAL) !== 0 && (
        <li>
          <i class="critical" /> on the critical path
        </li>
      )}
      {(flags & BOTTLENECK) !== 0 && <li>◆ the bottleneck</li>}
      {(flags & (FAILED | CONTRADICTED)) !== 0 && (
        <li>
          <i class="failed" /> failed
        </li>
      )}
      {(flags & OPEN) !== 0 && (
        <li>
          <i class="open" /> did not end in the log
        </li>
      )}
      {marks.map(({ words, kind }) => (
        <li key={words}>
          {GLYPHS[kind]} {words}
        </li>
      ))}
      {lanes.bars.count.some((many) => many > 1) && <li>n × several drawn as one, their count before the name</li>}
      {lanes.bars.lane.length > 1 && (
        <li>
          <i class="several" /> several in the same pixels ({seen.joined === 0 ? 'none' : `${count(seen.joined)} of ${count(seen.bars)}`}{' '}
          here), lower the less of the time something ran
        </li>
      )}
      {lanes.marks.at.length > 1 && <li>a line under a sign: several of them</li>}
    </ul>
  );
}

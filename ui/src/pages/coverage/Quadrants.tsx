import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { Door } from '../../exhibits/Door';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';
import type { Point } from './points';

const MOST = 6;

/** The handlers of each quarter, those first that matter most. */
export function Quadrants({ points, doors }: { points: Point[]; doors: Doors }) {
  const ran = points.filter(({ runs }) => runs > 0);
  const part = (hot: boolean, tested: boolean) => ran.filter((point) => point.hot === hot && point.tested === tested);
  return (
    <Frame kind="quadrants" title="What to do about them" aside="tested: half of its lines, or called where nobody measured">
      <div class="quadrant-grid">
        <Quarter words="hot, untested" advice="write tests first" points={part(true, false)} doors={doors} urgent />
        <Quarter words="hot, tested" advice="keep them" points={part(true, true)} doors={doors} />
        <Quarter words="seldom, untested" advice="test when they change" points={part(false, false)} doors={doors} />
        <Quarter words="seldom, tested" advice="leave them" points={part(false, true)} doors={doors} />
      </div>
    </Frame>
  );
}

interface Props {
  words: string;
  advice: string;
  points: Point[];
  doors: Doors;
  urgent?: boolean;
}

function Quarter({ words, advice, points, doors, urgent = false }: Props) {
  return (
    <div class={urgent && points.length > 0 ? 'quarter urgent' : 'quarter'}>
      <h3>
        <b>{count(points.length)}</b> {words} <span class="soft">{advice}</span>
      </h3>
      <ul>
        {points.slice(0, MOST).map((point, index) => (
          <li key={index} data-row>
            <span class="mono" title={visible(point.name)}>
              <Door references={point.reference && [point.reference]} doors={doors}>
                {visible(point.name.replace(/^.*\.(?=[^.])/, ''))}
              </Door>
            </span>
            <span class="figure soft">{count(point.runs)} ×</span>
            <span class="figure">{point.lines < 0 ? '–' : share(point.lines)}</span>
          </li>
        ))}
      </ul>
      {points.length > MOST && <p class="soft">and {count(points.length - MOST)} more</p>}
    </div>
  );
}

import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { Door } from '../../exhibits/Door';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';
import type { Point } from './points';

const MOST = 6;

interface QuadrantsProps {
  points: Point[];
  doors: Doors;
  /** Whether anybody measured which lines tests run; else empty quarters say nothing, and are left out. */
  measured?: boolean;
}

const MEASURED = 'tested: half of its lines, or called where nobody measured';
const UNMEASURED = 'nobody measured which lines tests run; tested: a test calls it';

/** The handlers of each quarter, those first that matter most. */
export function Quadrants({ points, doors, measured = true }: QuadrantsProps) {
  const ran = points.filter(({ runs }) => runs > 0);
  const part = (hot: boolean, tested: boolean) => ran.filter((point) => point.hot === hot && point.tested === tested);
  const quarters = [
    { words: 'hot, untested', advice: 'write tests first', points: part(true, false), urgent: true },
    { words: 'hot, tested', advice: 'keep them', points: part(true, true) },
    { words: 'seldom, untested', advice: 'test when they change', points: part(false, false) },
    { words: 'seldom, tested', advice: 'leave them', points: part(false, true) },
  ];
  return (
    <Frame kind="quadrants" title="What to do about them" aside={measured ? MEASURED : UNMEASURED}>
      <div class="quadrant-grid">
        {quarters
          .filter((one) => measured || one.points.length > 0)
          .map((one) => (
            <Quarter key={one.words} {...one} doors={doors} measured={measured} />
          ))}
      </div>
      {!measured && ran.length === 0 && <p class="soft">none of them ran</p>}
    </Frame>
  );
}

interface Props {
  words: string;
  advice: string;
  points: Point[];
  doors: Doors;
  measured: boolean;
  urgent?: boolean;
}

function Quarter({ words, advice, points, doors, measured, urgent = false }: Props) {
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
            {measured && <span class="figure">{point.lines < 0 ? '–' : share(point.lines)}</span>}
          </li>
        ))}
      </ul>
      {points.length > MOST && <p class="soft">and {count(points.length - MOST)} more</p>}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { Door } from '../../exhibits/Door';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';
import type { Point, Tested } from './points';

const MOST = 6;

interface QuadrantsProps {
  points: Point[];
  doors: Doors;
  /** Whether anybody measured which lines tests run; else empty quarters say nothing, and are left out. */
  measured?: boolean;
}

const MEASURED = 'tested: half of its lines, or called where nobody measured lines';
const UNMEASURED = 'nobody measured which lines tests run; tested: a test calls it';

/** The handlers by how often they run and how far they are tested, those first that matter most. */
export function Quadrants({ points, doors, measured = true }: QuadrantsProps) {
  const ran = points.filter(({ runs }) => runs > 0);
  const part = (hot: boolean, tested: Tested) => ran.filter((point) => point.hot === hot && point.tested === tested);
  const hardly = measured ? 'hardly tested' : 'untested';
  const quarters = [
    { words: `hot, ${hardly}`, advice: 'write tests first', points: part(true, 'untested'), urgent: true },
    { words: 'hot, tested', advice: 'keep them', points: part(true, 'tested') },
    { words: 'hot, said to be tested', advice: 'measure what tests run', points: part(true, 'said'), rare: true },
    { words: 'seldom, said to be tested', advice: 'measure what tests run', points: part(false, 'said'), rare: true },
    { words: `seldom, ${hardly}`, advice: 'test when they change', points: part(false, 'untested') },
    { words: 'seldom, tested', advice: 'leave them', points: part(false, 'tested') },
  ];
  return (
    <Frame kind="quadrants" title="What to do about them" aside={measured ? MEASURED : UNMEASURED}>
      <div class="quadrant-grid">
        {quarters
          .filter((one) => one.points.length > 0 || (measured && !one.rare))
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
  const [all, setAll] = useState(false);
  return (
    <div class={urgent && points.length > 0 ? 'quarter urgent' : 'quarter'}>
      <h3>
        <b>{count(points.length)}</b> {words} <span class="soft">{advice}</span>
      </h3>
      <ul>
        {(all ? points : points.slice(0, MOST)).map((point, index) => (
          <li key={index} data-row>
            <span class="mono" title={visible(point.name)}>
              <Door references={point.reference && [point.reference]} doors={doors}>
                {visible(point.name.replace(/^.*\.(?=[^.])/, ''))}
              </Door>
            </span>
            <span class="figure soft">
              <Door references={point.executions} doors={doors} quiet>
                {count(point.runs)} ×
              </Door>
            </span>
            {measured && <span class="figure">{point.lines < 0 ? '–' : share(point.lines)}</span>}
          </li>
        ))}
      </ul>
      {points.length > MOST && !all && (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          {count(points.length - MOST)} more
        </button>
      )}
    </div>
  );
}

import { useState } from 'preact/hooks';
import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';
import { across, up, type Point } from './points';

const WIDTH = 760;
const HEIGHT = 430;
const LEFT = 64;
const RIGHT = 14;
const TOP = 30;
const BELOW = 62;
const UNMEASURED = 120;
const NEVER = 44;

/** Points of the lane of what never ran stand side by side in rows; more than that would be a wall. */
const MOST_NEVER = 400;

/** Each handler by how often it runs and how much of it tests run. */
export function Scatter({ points, doors }: { points: Point[]; doors: Doors }) {
  const [seen, setSeen] = useState<Point>();
  const ran = points.filter(({ runs }) => runs > 0);
  const never = points.filter(({ runs }) => runs === 0);
  const most = ran.reduce((highest, { runs }) => Math.max(highest, runs), 1);
  const coldest = ran.filter(({ hot }) => hot).reduce((least, { runs }) => Math.min(least, runs), most);
  const ground = HEIGHT - BELOW - NEVER;
  const y = (point: Point) => {
    const part = up(point, most);
    return part < 0 ? ground + NEVER / 2 : TOP + (1 - part) * (ground - TOP - 10);
  };
  const field = LEFT + UNMEASURED;
  const x = (point: Point, index: number) => {
    const spread = ((index * 7919) % 97) / 97;
    return point.lines < 0 ? LEFT + 12 + spread * (UNMEASURED - 24) : field + 10 + across(point) * (WIDTH - RIGHT - field - 20);
  };
  const hotLine = most > 1 ? TOP + (1 - Math.log(coldest) / Math.log(most)) * (ground - TOP - 10) + 5 : ground;
  const middle = field + 10 + 0.5 * (WIDTH - RIGHT - field - 20);
  const ticks = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000].filter((tick) => tick <= most);
  return (
    <Frame
      kind="scatter"
      title="Each handler by traffic and tests"
      aside={`${count(ran.length)} ran, ${count(never.length)} never did`}
      tools={<span class="soft">{seen ? wordsOf(seen) : 'hot: together 80 % of all runs'}</span>}
    >
      {points.length === 0 ? (
        <p class="empty">no handler is known</p>
      ) : (
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} class="scatter-field" role="group" aria-label="handlers by runs and tested lines">
          <rect class="alarm" x={LEFT} y={TOP} width={middle - LEFT} height={Math.max(0, hotLine - TOP)} />
          <g class="grid">
            {ticks.map((tick) => {
              const at = TOP + (1 - (most > 1 ? Math.log(tick) / Math.log(most) : 1)) * (ground - TOP - 10);
              return (
                <g key={tick}>
                  <line x1={LEFT} x2={WIDTH - RIGHT} y1={at} y2={at} />
                  <text x={LEFT - 8} y={at + 4} text-anchor="end">
                    {count(tick)}
                  </text>
                </g>
              );
            })}
            <line class="strong" x1={LEFT} x2={WIDTH - RIGHT} y1={ground} y2={ground} />
            <line class="strong" x1={field} x2={field} y1={TOP} y2={ground + NEVER} />
            <line class="part" x1={LEFT} x2={WIDTH - RIGHT} y1={hotLine} y2={hotLine} />
            <line class="part" x1={middle} x2={middle} y1={TOP} y2={ground} />
            <text x={LEFT - 8} y={ground + NEVER / 2 + 4} text-anchor="end">
              never
            </text>
            <text x={LEFT - 8} y={TOP - 9} text-anchor="end">
              runs
            </text>
            {[0, 25, 50, 75, 100].map((percent) => (
              <text key={percent} x={field + 10 + (percent / 100) * (WIDTH - RIGHT - field - 20)} y={HEIGHT - BELOW + 18} text-anchor="middle">
                {percent} %
              </text>
            ))}
            <text x={LEFT + UNMEASURED / 2} y={HEIGHT - BELOW + 18} text-anchor="middle">
              not measured
            </text>
            <text x={(field + WIDTH - RIGHT) / 2} y={HEIGHT - BELOW + 38} text-anchor="middle">
              lines of it that tests run
            </text>
            <text class="quadrant" x={LEFT + 4} y={TOP - 9}>
              hot, hardly tested
            </text>
            <text class="quadrant" x={WIDTH - RIGHT - 4} y={TOP - 9} text-anchor="end">
              hot, tested
            </text>
            <text class="quadrant" x={WIDTH - RIGHT - 8} y={ground - 8} text-anchor="end">
              seldom, tested
            </text>
            <text class="quadrant" x={LEFT + 8} y={ground - 8}>
              seldom, hardly tested
            </text>
          </g>
          {[...ran, ...never.slice(0, MOST_NEVER)].map((point, index) => {
            const href = point.reference && doors.href(point.reference);
            const dot = (
              <circle cx={x(point, index)} cy={y(point) + (point.runs === 0 ? (((index * 31) % 23) / 23 - 0.5) * (NEVER - 14) : 0)} r={point.runs === 0 ? 2.5 : 4.5} />
            );
            const manner = `dot ${point.runs === 0 ? 'never' : point.hot && point.tested === 'untested' ? 'urgent' : point.tested === 'tested' ? 'tested' : 'plain'}`;
            return href ? (
              <a
                key={index}
                href={href}
                class={manner}
                aria-label={wordsOf(point)}
                tabIndex={point.runs === 0 ? -1 : 0}
                onPointerEnter={() => setSeen(point)}
                onPointerLeave={() => setSeen(undefined)}
                onFocus={() => setSeen(point)}
                onBlur={() => setSeen(undefined)}
              >
                {dot}
              </a>
            ) : (
              <g key={index} class={manner}>
                {dot}
              </g>
            );
          })}
        </svg>
      )}
      {never.length > MOST_NEVER && <p class="soft">{count(never.length - MOST_NEVER)} more that never ran are in the table below</p>}
    </Frame>
  );
}

function wordsOf({ name, runs, lines, tests }: Point): string {
  const tested = lines < 0 ? `lines not measured, tests: ${tests || 'none'}` : `${share(lines)} of its lines run in tests`;
  return visible(`${name}: ${count(runs)} runs, ${tested}`);
}

import { clockOf, momentOf, stepOf } from './ruler';

interface Props {
  from: number;
  to: number;
  width: number;
  /** Epoch nanoseconds of the beginning; 0 where lanes begin at their own times. */
  origin: bigint;
}

const APART = 130;
const CHARACTER = 6.4;
const SMALL_CHARACTER = 6;
const PADDING = 10;

/** The axis: time since the beginning, and the time of day at its left. */
export function Ruler({ from, to, width, origin }: Props) {
  const perPixel = (to - from) / Math.max(1, width);
  const step = stepOf(perPixel, APART);
  const moments: number[] = [];
  for (let at = Math.ceil(from / step) * step; at <= to && moments.length < 200; at += step) {
    moments.push(at);
  }
  return (
    <div class="lanes-ruler" aria-hidden="true">
      {moments.map((at) => {
        const left = (at - from) / perPixel;
        const moment = momentOf(at);
        const clock = origin > 0n ? clockOf(origin + BigInt(Math.round(at)), step) : '';
        // A word that does not fit is not begun.
        const room = moment.length * CHARACTER + clock.length * SMALL_CHARACTER + PADDING;
        return left > width - room ? null : (
          <span key={at} style={{ left: `${left}px` }}>
            {moment}
            {clock !== '' && <small> {clock}</small>}
          </span>
        );
      })}
    </div>
  );
}

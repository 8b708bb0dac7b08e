import type { ComponentChildren } from 'preact';
import { Door } from './Door';
import type { Cell } from './answer';
import { endOf, type Doors } from './references';
import { Spark } from './Spark';
import { textOf } from './values';

/** A name that is not broken into lines. */
const SHORT = 40;

interface Props {
  cell: Cell;
  doors: Doors;
  /** The largest share beside it, in millionths, which the bar of a share is drawn against. */
  largest?: number | undefined;
}

/** A name that breaks where people would break it: behind a dot or a slash. */
function breakable(text: string): ComponentChildren {
  const parts = text.split(/(?<=[./])(?=[^./])/);
  return parts.length === 1 ? text : parts.map((part, index) => (index === 0 ? part : [<wbr key={index} />, part]));
}

/** One value, drawn after its kind. */
export function CellView({ cell, doors, largest }: Props) {
  const { value, references } = cell;
  if (value.kind === 'spark') {
    return <Spark values={value.values} />;
  }
  const whole = textOf(value);
  const text = doors.brief && value.kind === 'code' && references?.[0]?.kind === 'code' ? endOf(whole.replace(/@[0-9a-f]{7,}$/, '')) : whole;
  const shown =
    value.kind === 'code' ? (
      <span class={text.length <= SHORT ? 'code short' : 'code'}>{breakable(text)}</span>
    ) : value.kind === 'unknown' ? (
      <span class="nothing" title="the log does not say">
        {text}
      </span>
    ) : (
      text
    );
  const door = (
    <Door references={references} doors={doors}>
      {shown}
    </Door>
  );
  if (value.kind !== 'share' || !largest) {
    return door;
  }
  return (
    <span class="share">
      <span class="share-bar" aria-hidden="true">
        <i style={{ width: `${(100 * value.millionths) / largest}%` }} />
      </span>
      <span class="share-words">{door}</span>
    </span>
  );
}

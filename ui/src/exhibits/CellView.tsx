import type { ComponentChildren } from 'preact';
import { shortened } from '../base/shortened';
import { Words } from '../base/Words';
import { Door } from './Door';
import type { Cell, Reference } from './answer';
import { endOf, type Doors } from './references';
import { Spark } from './Spark';
import { textOf } from './values';

/** A name that is not broken into lines. */
const SHORT = 40;

/** What is too long for a line of its own. */
const LONG = /\S{24,}/;

/** Longer than any name: a line of a log, which may break anywhere. */
const LINE = 100;

interface Props {
  cell: Cell;
  doors: Doors;
  /** The largest share beside it, in millionths, which the bar of a share is drawn against. */
  largest?: number | undefined;
  /** Where a figure leads that says nothing of it: to what its row is about. */
  subject?: Reference[] | undefined;
  /** Whether it is a line of a log, which is shown whole. */
  raw?: boolean;
}

const JOINTS = /(?<=[./])(?=[^./])|(?<=::)/;

/** A word that is so long breaks between the words that it is made of, too. */
const LONG_WORD = /[^\s./:-]{24,}/;
const HUMPS = /(?<=[./])(?=[^./])|(?<=::)|(?<=[a-z])(?=[A-Z])/;

/** A name that breaks where people would break it: behind a dot or a slash, or before a hump. */
function breakable(text: string): ComponentChildren {
  const parts = text.split(LONG_WORD.test(text) ? HUMPS : JOINTS);
  return parts.length === 1 ? text : parts.map((part, index) => (index === 0 ? part : [<wbr key={index} />, part]));
}

/** Whether it is no name but what a log wrote. */
function isLine(text: string): boolean {
  return text.length > LINE || /[{}"]/.test(text);
}

/** Words, among which paths and long names break. */
function wordsOf(text: string): ComponentChildren {
  return LONG.test(text) ? breakable(text) : text;
}

/** A moment that breaks between its day and its time, where there is no room for both. */
function moment(text: string): ComponentChildren {
  const day = text.indexOf('T') + 1;
  return [text.slice(0, day), <wbr key="time" />, text.slice(day)];
}

/** One value, drawn after its kind. */
export function CellView({ cell, doors, largest, subject, raw = false }: Props) {
  const { value, references } = cell;
  if (value.kind === 'spark') {
    return <Spark values={value.values} />;
  }
  const whole = textOf(value);
  const brief = doors.brief && value.kind === 'code' && references?.[0]?.kind === 'code';
  const text = brief ? endOf(whole.replace(/@[0-9a-f]{7,}$/, '')) : raw ? whole : shortened(whole);
  const shown =
    value.kind === 'code' ? (
      <span class={text.length <= SHORT ? 'code short' : isLine(text) ? 'code line' : 'code'}>{breakable(text)}</span>
    ) : value.kind === 'unknown' ? (
      <span class="nothing" title="the log does not say">
        {text}
      </span>
    ) : value.kind === 'instant' ? (
      moment(text)
    ) : (
      text.includes('`') && value.kind === 'text' ? <Words text={text} /> : wordsOf(text)
    );
  const door = (
    <Door references={references?.length ? references : subject} doors={doors} quiet={!references?.length}>
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

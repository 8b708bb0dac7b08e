import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { CellView } from '../../exhibits/CellView';
import { Door } from '../../exhibits/Door';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';
import { textOf } from '../../exhibits/values';
import { wordsOf, type Laid, type Note, type Score } from './score';

/** The documented score, drawn once; below it what production did, each beat under the one that it is. */
export function ScoreView({ score, doors, title }: { score: Score; doors: Doors; title?: string }) {
  const { beats, movements, laid, executions, variants } = score;
  const style = {
    gridTemplateColumns: `var(--names) repeat(${beats.length}, minmax(0, 1fr))`,
    minWidth: `calc(var(--names) + ${beats.length} * 124px)`,
  };
  const aside = `${count(executions)} executions in ${count(variants)} ${variants === 1 ? 'variant' : 'variants'}${
    laid.length < variants ? `, the ${count(laid.length)} most frequent shown` : ''
  }`;
  return (
    <Frame kind="score" title={title ?? score.title} aside={aside} tools={<Legend />}>
      <div class="score-scroll" tabIndex={0} role="region" aria-label={`score of ${visible(score.title)}`}>
        <div class="score-field" role="table" aria-label="variants by documented beats" style={style}>
          <div role="row" class="score-row">
            <span role="cell" class="score-name soft">
              documented
            </span>
            {movements.map(({ name, beats: span }, index) => (
              <span key={index} role="columnheader" aria-colspan={span} class="movement" style={{ gridColumn: `span ${span}` }} title={visible(name)}>
                {visible(name) || 'movement'}
              </span>
            ))}
          </div>
          <div role="row" class="score-row">
            <span role="cell" class="score-name" />
            {beats.map((beat, index) => (
              <div key={index} role="columnheader" class="score-beat">
                <span class="score-event" title={textOf(beat.name.value)}>
                  <Door references={beat.document?.references} doors={doors}>
                    <span class="mono">{shortened(textOf(beat.name.value))}</span>
                  </Door>
                </span>
                {beat.title !== '' && <span class="score-title">{visible(beat.title)}</span>}
                {beat.handler && (
                  <span class="score-handler">
                    <CellView cell={beat.handler} doors={doors} />
                  </span>
                )}
                {(beat.optional || beat.parallel !== '') && (
                  <span class="score-kind">{[beat.optional && 'optional', beat.parallel !== '' && 'in parallel'].filter(Boolean).join(', ')}</span>
                )}
              </div>
            ))}
          </div>
          {laid.map((variant, index) => (
            <Variant key={index} variant={variant} doors={doors} />
          ))}
        </div>
      </div>
      {laid.length === 0 && <p class="empty">no execution of it fits the scope</p>}
    </Frame>
  );
}

/** The end of an event says most; the whole is in the title. */
function shortened(name: string): string {
  const [number, event] = /^(\d+) (.*)$/.exec(name)?.slice(1) ?? ['', name];
  const tail = (event ?? name).split(':').slice(-2).join(':');
  return [number, tail].filter(Boolean).join(' ');
}

function Variant({ variant, doors }: { variant: Laid; doors: Doors }) {
  const { notes, extra, executions, share: part, first, ended } = variant;
  return (
    <div role="row" class={variant.deviates ? 'score-row deviates' : 'score-row'} data-row>
      <div role="rowheader" class="score-name">
        <span class="score-share" aria-hidden="true">
          <i style={{ width: `${part / 1e4}%` }} />
        </span>
        <Door references={first && [first]} doors={doors}>
          {share(part)}
        </Door>
        <span class="soft">
          {count(executions)} ×{!ended && ', open'}
        </span>
        <Between notes={extra.get(-1)} />
      </div>
      {notes.map((here, beat) => (
        <div key={beat} role="cell" class={`note ${mannerOf(here)}`} title={wordsOf(here, ended)}>
          <span class="head" aria-hidden="true" />
          <span class="note-words">{briefOf(here)}</span>
          <span class="unseen">{wordsOf(here, ended)}</span>
          <Between notes={extra.get(beat)} />
        </div>
      ))}
    </div>
  );
}

function Between({ notes }: { notes: Note[] | undefined }) {
  return notes ? (
    <span class="between" title={notes.map(({ name }) => `ran, and the document does not have it: ${visible(name)}`).join('\n')}>
      + {visible(notes[0]?.name ?? '')}
      {notes.length > 1 && ` and ${notes.length - 1} more`}
    </span>
  ) : null;
}

function mannerOf(notes: Note[]): string {
  const worst = (['missing', 'out of order', 'repeated'] as const).find((manner) => notes.some((note) => note.manner === manner));
  const failed = notes.some((note) => note.failed) ? ' failed' : '';
  return (notes.length === 0 ? 'none' : (worst ?? 'documented').replaceAll(' ', '-')) + failed;
}

function briefOf(notes: Note[]): string {
  const words: string[] = [];
  for (const { manner, order } of notes) {
    if (manner === 'missing') {
      words.push('missing');
    } else if (manner === 'out of order') {
      words.push(`as step ${order}`);
    } else if (manner === 'repeated') {
      words.push('again');
    }
  }
  if (notes.some(({ failed }) => failed)) {
    words.push('failed');
  }
  return [...new Set(words)].join(', ');
}

function Legend() {
  return (
    <span class="score-legend">
      <span class="note documented">
        <span class="head" /> as documented
      </span>
      <span class="note missing">
        <span class="head" /> missing
      </span>
      <span class="note out-of-order">
        <span class="head" /> out of order
      </span>
      <span class="note documented failed">
        <span class="head" /> failed
      </span>
    </span>
  );
}

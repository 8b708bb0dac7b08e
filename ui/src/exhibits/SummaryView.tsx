import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Fact, Summary } from './answer';
import { CellView } from './CellView';
import { Frame } from './Frame';
import type { Doors } from './references';
import { isFigure, textOf } from './values';

const MOST_FIGURES = 9;
const LONG_WORDS = 40;
const LONG_NAME = 64;

/** Figures with labels: a strip of large ones, a list of sentences, or a grid of small ones, as they need. */
export function SummaryView({ summary, doors }: { summary: Summary; doors: Doors }) {
  const manner = mannerOf(summary.facts);
  return (
    <Frame kind={`summary ${manner}`} title={summary.title}>
      <dl>
        {summary.facts.map((fact, index) => (
          <div key={index}>
            <dt>{visible(manner === 'figures' ? labelOf(fact) : fact.label)}</dt>
            <dd>
              {fact.cell.value.kind === 'text' && !fact.cell.references?.length ? (
                <Words text={fact.cell.value.text} />
              ) : (
                <CellView cell={fact.cell} doors={doors} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Frame>
  );
}

/** What stands beside its figure is said of one as of one. */
function labelOf({ label, cell: { value } }: Fact): string {
  return value.kind === 'count' && Number(value.count) === 1 ? label.replace(/^([a-z]+[^s])s$/, (word, one: string) => (one.endsWith('ie') ? word : one)) : label;
}

function mannerOf(facts: Fact[]): 'figures' | 'sentences' | 'facts' {
  if (facts.some(({ cell: { value } }) => textOf(value).length > (value.kind === 'code' ? LONG_NAME : LONG_WORDS))) {
    return 'sentences';
  }
  return facts.length <= MOST_FIGURES && facts.every((fact) => isFigure(fact.cell.value)) ? 'figures' : 'facts';
}

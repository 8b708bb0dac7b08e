import { count, share } from '../../base/figures';
import { visible } from '../../base/visible';
import { Words } from '../../base/Words';
import { cellAt, exhibit, numberOf } from '../../dashboard/find';
import type { Answer } from '../../exhibits/answer';
import { Door } from '../../exhibits/Door';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';
import { textOf } from '../../exhibits/values';

const GOOD = 999_999;
const FAIR = 970_000;

/** How well each sequence fits its documents, the least fitting first. */
export function FitnessBars({ answer, doors, most, href }: { answer: Answer; doors: Doors; most: number; href?: string }) {
  const table = exhibit(answer, 'table', 'sequences');
  const rows = table?.rows ?? [];
  const tools = href !== undefined && rows.length > most && <a href={href}>all {count(rows.length)}</a>;
  return (
    <Frame kind="fitness" title="Does production follow its documents?" aside="fitness and executions" tools={tools}>
      {rows.length === 0 || !table ? (
        <p class="empty">
          <Words text={table?.whenEmpty ?? 'nothing could be compared'} />
        </p>
      ) : (
        <ul>
          {rows.slice(0, most).map((row, index) => {
            const fitness = numberOf(cellAt(table, row, 'fitness'));
            const name = cellAt(table, row, 'sequence');
            const executions = cellAt(table, row, 'executions');
            const manner = fitness > GOOD ? 'good' : fitness >= FAIR ? 'fair' : 'poor';
            return (
              <li key={index} data-row>
                <span class="fitness-name" title={name ? textOf(name.value) : ''}>
                  <Door references={name?.references} doors={doors}>
                    {name ? visible(textOf(name.value)) : ''}
                  </Door>
                </span>
                <span class={`fitness-bar ${manner}`} aria-hidden="true">
                  <i style={{ width: `${fitness / 1e4}%` }} />
                </span>
                <span class="figure">{share(fitness)}</span>
                <span class="figure soft">
                  <Door references={executions?.references ?? name?.references} doors={doors}>
                    {count(numberOf(executions))} ×
                  </Door>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Frame>
  );
}

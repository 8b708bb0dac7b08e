import { useState } from 'preact/hooks';
import { count } from '../../base/figures';
import { visible } from '../../base/visible';
import type { Coverage } from '../../exhibits/answer';
import { CellView } from '../../exhibits/CellView';
import { Frame } from '../../exhibits/Frame';
import type { Doors } from '../../exhibits/references';

const FEW = 20;

/** Files with how often production ran their handlers: those that run most first, each opens to its functions. */
export function Files({ coverage, doors }: { coverage: Coverage; doors: Doors }) {
  const [all, setAll] = useState(false);
  const files = coverage.files
    .map((file) => ({
      ...file,
      runs: file.functions.reduce((sum, { runs }) => sum + Number(runs), 0),
      ran: file.functions.filter(({ runs }) => Number(runs) > 0).length,
    }))
    .sort((left, right) => right.runs - left.runs || left.path.localeCompare(right.path));
  const most = files[0]?.runs ?? 0;
  const shown = all ? files : files.slice(0, FEW);
  const tools = files.length > FEW && (
    <button type="button" class="quiet" aria-pressed={all} onClick={() => setAll(!all)}>
      all {count(files.length)}
    </button>
  );
  return (
    <Frame kind="files" title="Files, with how often production ran their handlers" tools={tools}>
      {files.length === 0 ? (
        <p class="empty">no handler is tied to code</p>
      ) : (
        shown.map((file) => (
          <details key={file.path} class="file">
            <summary data-row>
              <span class="mono file-path" title={visible(file.path)}>
                {visible(file.path)}
              </span>
              <span class="file-bar" aria-hidden="true">
                <i style={{ width: `${most === 0 ? 0 : (100 * file.runs) / most}%` }} />
              </span>
              <span class="figure">{count(file.runs)} ×</span>
              <span class="figure soft">
                {count(file.ran)} of {count(file.functions.length)} ran
              </span>
            </summary>
            <ul>
              {file.functions.map((one, index) => (
                <li key={index}>
                  <CellView cell={one.name} doors={doors} />
                  <span class="soft">line {one.line}</span>
                  <span class={Number(one.runs) === 0 ? 'figure soft' : 'figure'}>{count(one.runs)} ×</span>
                </li>
              ))}
            </ul>
          </details>
        ))
      )}
    </Frame>
  );
}

import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit, keyOf } from '../../dashboard/find';
import { analysis } from '../../dashboard/findings';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { hrefOf } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import type { Coverage } from '../../exhibits/answer';
import { ExhibitView } from '../../exhibits/ExhibitView';
import { FindingsView } from '../../exhibits/FindingsView';
import { Files } from './Files';
import { pointsOf } from './points';
import { Quadrants } from './Quadrants';
import { Scatter } from './Scatter';

const MOST_FINDINGS = 8;

/** Which handlers run in production, which are tested, which are dead? */
export default function CoveragePage({ where }: PageProps) {
  const scope = scopeOf(where);
  const doors = doorsOf(where);
  const asked = useAnswer(analysis('coverage', scope));
  return (
    <>
      <PageHead title="Coverage" question="Which handlers run in production, which are tested, which are dead?" />
      <Told title="Coverage" asked={asked} rows={10}>
        {(answer) => {
          const summary = exhibit(answer, 'summary');
          const matrix = exhibit(answer, 'matrix');
          const handlers = exhibit(answer, 'table', 'handlers, the most');
          const points = handlers ? pointsOf(handlers) : [];
          const findings = exhibit(answer, 'findings');
          const files = answer.exhibits.find((one): one is Coverage => one.kind === 'coverage');
          const tables = ['gaps', 'handlers that did not run', 'hot paths'].map((title) => exhibit(answer, 'table', title));
          return (
            <div class="stack">
              {summary && <ExhibitView exhibit={{ ...summary, title: '' }} doors={doors} />}
              {points.some(({ lines }) => lines >= 0) ? (
                <>
                  <div class="abreast wide-left">
                    <Scatter points={points} doors={doors} />
                    {matrix && <ExhibitView exhibit={matrix} doors={doors} />}
                  </div>
                  <Quadrants points={points} doors={doors} />
                </>
              ) : (
                // Without a measure there is nothing to draw from left to right: what is known gets the room.
                <div class="abreast wide-left">
                  <Quadrants points={points} doors={doors} measured={false} />
                  {matrix && <ExhibitView exhibit={matrix} doors={doors} />}
                </div>
              )}
              {findings && findings.findings.length > 0 && (
                <FindingsView
                  exhibit={{ ...findings, findings: findings.findings.slice(0, MOST_FINDINGS), rules: [] }}
                  doors={doors}
                  more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
                  tools={<a href={hrefOf('findings', { ...scope, rule: 'COV' })}>all {findings.findings.length}</a>}
                  />
              )}
              {tables.map((table) => table && <ExhibitView key={table.title} exhibit={table} doors={doors} few={12} />)}
              {handlers && <ExhibitView exhibit={handlers} doors={doors} few={20} />}
              {files && <Files coverage={files} doors={doors} />}
            </div>
          );
        }}
      </Told>
    </>
  );
}

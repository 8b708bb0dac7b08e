import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit, keyOf, others } from '../../dashboard/find';
import { analysis } from '../../dashboard/findings';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { hrefOf } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import type { Answer, Exhibit } from '../../exhibits/answer';
import { ExhibitView } from '../../exhibits/ExhibitView';
import { FindingsView } from '../../exhibits/FindingsView';

/** Where does production time go? Summed-up figures above, single handlers and silences below. */
export default function PerformancePage({ where }: PageProps) {
  const scope = scopeOf(where);
  const asked = useAnswer(analysis('profile', scope));
  const doors = doorsOf(where);
  const show = (one: Exhibit | undefined) => (one ? <ExhibitView key={`${one.kind} ${one.title}`} exhibit={one} doors={doors} few={12} /> : null);
  return (
    <>
      <PageHead title="Performance" question="Where does production time go?" />
      <Told title="Where time goes" asked={asked} rows={10}>
        {(answer) => {
          const summary = exhibit(answer, 'summary');
          const findings = exhibit(answer, 'findings');
          const heat = exhibit(answer, 'matrix');
          const bottlenecks = exhibit(answer, 'table', 'bottlenecks by handler');
          const sequences = exhibit(answer, 'table', 'sequences');
          const gaps = exhibit(answer, 'table', 'silent gaps');
          const mounts = exhibit(answer, 'table', 'plugin mounts');
          const rest = others(answer, summary, findings, heat, bottlenecks, sequences, gaps, mounts);
          const trees = rest.filter(isTree);
          return (
            <div class="stack">
              {show(summary)}
              {findings && (
                <FindingsView
                  exhibit={findings}
                  doors={doors}
                  more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
                />
              )}
              {show(heat)}
              <div id="flame" class="stack">
                {trees.map(show)}
              </div>
              {show(bottlenecks)}
              {show(sequences)}
              <div class="abreast widest">
                {show(gaps)}
                {show(mounts)}
              </div>
              {rest.filter((one) => !isTree(one)).map(show)}
            </div>
          );
        }}
      </Told>
    </>
  );
}

/** Time by call path, drawn as a flame where the answer has it. */
function isTree(one: Answer['exhibits'][number]): boolean {
  return (one as { kind: string }).kind === 'tree';
}

import { visible } from '../../base/visible';
import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { cellAt, exhibit, keyOf, plainOf } from '../../dashboard/find';
import { analysis } from '../../dashboard/findings';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { changed, go, hrefOf } from '../../dashboard/route';
import { asking, scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import { ExhibitView } from '../../exhibits/ExhibitView';
import { FindingsView } from '../../exhibits/FindingsView';
import { FitnessBars } from '../shared/FitnessBars';
import { scoreOf } from '../shared/score';
import { ScoreView } from '../shared/ScoreView';

const MOST_FINDINGS = 12;

/** Does production do what is documented? */
export default function ConformancePage({ where }: PageProps) {
  const scope = scopeOf(where);
  const doors = doorsOf(where);
  const asked = useAnswer(analysis('conformance', scope));
  const sequences = exhibit(asked.data, 'table', 'sequences');
  const first = sequences?.rows[0];
  const named = where.query.get('score') ?? (first ? idOf(first[0]) : '');
  const score = useAnswer(
    named === '' ? undefined : asking('analyses/conformance', { ...scope, sequence: named }, { show: 'scores', top: 20 }),
  );
  return (
    <>
      <PageHead title="Conformance" question="Does production do what is documented?" />
      <Told title="Conformance" asked={asked} rows={10}>
        {(answer) => {
          const summary = exhibit(answer, 'summary');
          const findings = exhibit(answer, 'findings');
          const topics = exhibit(answer, 'table', 'topics');
          const variants = exhibit(answer, 'table', 'variants');
          return (
            <div class="stack">
              {summary && <ExhibitView exhibit={{ ...summary, title: '' }} doors={doors} />}
              {sequences && sequences.rows.length > 1 && (
                <label class="pick">
                  <span>score of</span>
                  <select value={named} onChange={(event) => go(changed(where, { score: event.currentTarget.value }))}>
                    {sequences.rows.map((row) => (
                      <option key={idOf(row[0])} value={idOf(row[0])}>
                        {visible(plainOf(cellAt(sequences, row, 'sequence'))).slice(0, 80)}
                      </option>
                    ))}
                  </select>
                </label>
              )}
              {named !== '' && (
                <Told title="score" asked={score} rows={8}>
                  {(laid) => (
                    <>
                      {laid.exhibits.map((one, index) => {
                        const read = one.kind === 'timeline' ? scoreOf(one) : undefined;
                        return read ? <ScoreView key={index} score={read} doors={doors} title={`Score: ${read.title}`} /> : null;
                      })}
                    </>
                  )}
                </Told>
              )}
              <div class="abreast wide-left">
                {findings && (
                  <FindingsView
                    exhibit={{ ...findings, findings: findings.findings.slice(0, MOST_FINDINGS), rules: [] }}
                    doors={doors}
                    more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
                    tools={<a href={hrefOf('findings', { ...scope, rule: 'CONF' })}>all {findings.findings.length}</a>}
                  />
                )}
                <FitnessBars answer={answer} doors={doors} most={30} />
              </div>
              {variants && <ExhibitView exhibit={variants} doors={doors} few={12} />}
              {topics && <ExhibitView exhibit={topics} doors={doors} few={12} />}
            </div>
          );
        }}
      </Told>
    </>
  );
}

function idOf(cell: { references?: { kind: string; sequence?: string }[] } | undefined): string {
  const reference = cell?.references?.find(({ kind }) => kind === 'sequence');
  return reference?.sequence ?? '';
}

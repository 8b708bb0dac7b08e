import { useAnswer } from '../../../dashboard/asked';
import { doorsOf } from '../../../dashboard/doors';
import { cellAt, exhibit, keyOf, plainOf } from '../../../dashboard/find';
import { analysis, useFindings } from '../../../dashboard/findings';
import { PageHead } from '../../../dashboard/PageHead';
import type { PageProps } from '../../../dashboard/Page';
import { hrefOf } from '../../../dashboard/route';
import { asking, scopeOf } from '../../../dashboard/scope';
import { Failed, Told } from '../../../dashboard/States';
import type { Finding } from '../../../exhibits/answer';
import { ExhibitView } from '../../../exhibits/ExhibitView';
import { FindingsView } from '../../../exhibits/FindingsView';
import { Frame } from '../../../exhibits/Frame';
import { ExecutionTable } from '../../shared/ExecutionTable';
import { scoreOf } from '../../shared/score';
import { ScoreView } from '../../shared/ScoreView';

const MOST_FINDINGS = 8;

function isOf({ sequence, evidence }: Finding, id: string): boolean {
  return (
    sequence === id ||
    evidence.some(
      (reference) =>
        (reference.kind === 'sequence' && reference.sequence === id) ||
        (reference.kind === 'handler' && reference.handler.sequence === id),
    )
  );
}

/** One sequence: its score with what production does, where its time goes, and its executions. */
export default function SequencePage({ where }: PageProps) {
  const id = where.query.get('id') ?? '';
  const scope = { ...scopeOf(where), sequence: id };
  const doors = doorsOf(where);
  const names = exhibit(useAnswer('/api/scope').data, 'table', 'sequences');
  const row = names?.rows.find((cells) => plainOf(cellAt(names, cells, 'id')) === id);
  const name = plainOf(row?.[0]) || id;
  const score = useAnswer(asking('analyses/conformance', scope, { show: 'scores', top: 20 }));
  const profile = useAnswer(analysis('profile', scope));
  const found = useFindings(scope).all.filter((finding) => isOf(finding, id));
  if (score.trouble && !score.data) {
    return (
      <>
        <PageHead kind="sequence" title={name} />
        <Failed title="sequence" trouble={score.trouble} />
      </>
    );
  }
  return (
    <>
      <PageHead kind="sequence" title={name} {...(name === id ? {} : { question: id })}>
        <a href={hrefOf('timeline', { sequence: id })}>timeline</a>
        <a href={hrefOf('', { sequence: id })}>everything within this sequence</a>
      </PageHead>
      <div class="stack">
        <Told title="score" asked={score} rows={8}>
          {(answer) => {
            const scores = answer.exhibits.flatMap((one) => (one.kind === 'timeline' ? [scoreOf(one)] : []));
            return scores.length > 0 ? (
              <>
                {scores.map(
                  (one, index) =>
                    one && (
                      <ScoreView
                        key={index}
                        score={one}
                        doors={doors}
                        title={scores.length > 1 ? `Documented score ${index + 1} of ${scores.length}` : 'Documented score, and what production does'}
                      />
                    ),
                )}
              </>
            ) : (
              <Frame kind="score" title="Documented score">
                <p class="empty">
                  no document of it is known, or nothing of it ran in this scope; name the code with{' '}
                  <code class="word">backbeat map --code &lt;dir&gt;</code>, or write down what runs with{' '}
                  <code class="word">backbeat catalog learn</code>
                </p>
              </Frame>
            );
          }}
        </Told>
        {found.length > 0 && (
          <FindingsView
            exhibit={{ kind: 'findings', title: 'Findings about it', findings: found.slice(0, MOST_FINDINGS), rules: [], whenEmpty: '' }}
            doors={doors}
            more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
          />
        )}
        {profile.trouble && !profile.data ? (
          <Failed title="Where its time goes" trouble={profile.trouble} />
        ) : (
          <Told title="Where its time goes" asked={profile} rows={8}>
            {(answer) => (
              <>
                {[exhibit(answer, 'table', 'bottlenecks by handler'), exhibit(answer, 'matrix'), exhibit(answer, 'table', 'sequences')].map(
                  (one) => one && <ExhibitView key={one.title} exhibit={one} doors={doors} />,
                )}
              </>
            )}
          </Told>
        )}
        <ExecutionTable where={where} scope={scope} paged title="executions of it, newest first" />
      </div>
    </>
  );
}

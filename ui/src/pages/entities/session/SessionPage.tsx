import { useAnswer } from '../../../dashboard/asked';
import { doorsOf } from '../../../dashboard/doors';
import { exhibit, keyOf, plainOf } from '../../../dashboard/find';
import { analysis, useFindings } from '../../../dashboard/findings';
import { PageHead } from '../../../dashboard/PageHead';
import type { PageProps } from '../../../dashboard/Page';
import { hrefOf } from '../../../dashboard/route';
import { asking, scopeOf } from '../../../dashboard/scope';
import { Told } from '../../../dashboard/States';
import type { Summary, Table } from '../../../exhibits/answer';
import { ExhibitView } from '../../../exhibits/ExhibitView';
import { FindingsView } from '../../../exhibits/FindingsView';
import { SummaryView } from '../../../exhibits/SummaryView';
import { ExecutionTable } from '../../shared/ExecutionTable';

const MOST_FINDINGS = 6;

/** One session: what ran in it, where its time went, when it was silent. */
export default function SessionPage({ where }: PageProps) {
  const id = where.query.get('id') ?? '';
  const scope = { ...scopeOf(where), session: id };
  const doors = doorsOf(where);
  const sessions = useAnswer(asking('sessions', { session: id }, { limit: 1 }));
  const profile = useAnswer(analysis('profile', scope));
  const { all } = useFindings(scope);
  return (
    <>
      <PageHead kind="session" title={id}>
        <a href={hrefOf('timeline', { session: id })}>timeline</a>
        <a href={hrefOf('', { session: id })}>everything within this session</a>
      </PageHead>
      <div class="stack">
        <Told title="session" asked={sessions} rows={2}>
          {(answer) => {
            const table = exhibit(answer, 'table');
            const summary = table && summaryOf(table, id);
            return summary ? <SummaryView summary={summary} doors={doors} /> : <p class="empty">the store has no session of this id</p>;
          }}
        </Told>
        {all.length > 0 && (
          <FindingsView
            exhibit={{ kind: 'findings', title: 'Findings in it', findings: all.slice(0, MOST_FINDINGS), rules: [], whenEmpty: '' }}
            doors={doors}
            more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
          />
        )}
        <Told title="Where its time goes" asked={profile} rows={8}>
          {(answer) => {
            const [heat, gaps, mounts] = [
              exhibit(answer, 'matrix'),
              exhibit(answer, 'table', 'silent gaps'),
              exhibit(answer, 'table', 'plugin mounts'),
            ];
            return (
              <>
                {heat && <ExhibitView exhibit={heat} doors={doors} />}
                <div class="abreast">
                  {gaps && <ExhibitView exhibit={gaps} doors={doors} few={8} />}
                  {mounts && <ExhibitView exhibit={mounts} doors={doors} few={8} />}
                </div>
              </>
            );
          }}
        </Told>
        <ExecutionTable where={where} scope={scope} order="oldest" paged title="executions, in their order" />
      </div>
    </>
  );
}

function summaryOf(table: Table, id: string): Summary | undefined {
  const row = table.rows.find((cells) => plainOf(cells[0]) === id);
  return row && {
    kind: 'summary',
    title: '',
    facts: table.columns.slice(1).flatMap(({ title }, index) => {
      const cell = row[index + 1];
      return cell ? [{ label: title, cell }] : [];
    }),
  };
}

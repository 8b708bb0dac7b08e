import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit, keyOf, top, withColumns } from '../../dashboard/find';
import { analysis, useFindings } from '../../dashboard/findings';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { hrefOf } from '../../dashboard/route';
import { scopeOf } from '../../dashboard/scope';
import { Told, Waiting } from '../../dashboard/States';
import { FindingsView } from '../../exhibits/FindingsView';
import { Frame } from '../../exhibits/Frame';
import { MatrixView } from '../../exhibits/MatrixView';
import { TableView } from '../../exhibits/TableView';
import { FitnessBars } from '../shared/FitnessBars';
import { Ledger } from './Ledger';
import { NewSessions } from './NewSessions';

const MOST_FINDINGS = 7;
const MOST_ROWS = 8;

/** What should I look at? */
export default function HomePage({ where }: PageProps) {
  const scope = scopeOf(where);
  const doors = doorsOf(where);
  const profile = useAnswer(analysis('profile', scope));
  const conformance = useAnswer(analysis('conformance', scope));
  const coverage = useAnswer(analysis('coverage', scope));
  return (
    <div class="home-page">
      <PageHead title="What should I look at?" />
      <Ledger where={where} />
      <div class="abreast wide-left">
        <Attention where={where} />
        <div class="stack">
          <Told title="Does production follow its documents?" asked={conformance} rows={8}>
            {(answer) => <FitnessBars answer={answer} doors={doors} most={10} href={hrefOf('conformance', scope)} />}
          </Told>
          <Told title="Is what runs tested?" asked={coverage}>
            {(answer) => {
              const matrix = exhibit(answer, 'matrix', 'handlers by traffic');
              return matrix && matrix.rows.length > 0 ? (
                <MatrixView matrix={{ ...matrix, title: 'Is what runs tested?' }} doors={doors} more={hrefOf('coverage', scope)} />
              ) : (
                <Frame kind="coverage-short" title="Is what runs tested?">
                  <p class="empty">no code is known; name it with <code class="word">backbeat map --code &lt;dir&gt;</code></p>
                </Frame>
              );
            }}
          </Told>
        </div>
      </div>
      <Told title="Where time goes, and when" asked={profile} rows={10}>
        {(answer) => {
          const matrix = exhibit(answer, 'matrix', 'own time');
          return matrix ? <MatrixView matrix={{ ...matrix, title: 'Where time goes, and when: own time by handler' }} doors={doors} /> : null;
        }}
      </Told>
      <div class="abreast wide-left widest">
        <Told title="Top bottlenecks" asked={profile} rows={8}>
          {(answer) => {
            const table = exhibit(answer, 'table', 'bottlenecks by handler');
            if (!table) {
              return null;
            }
            const first = top(table, MOST_ROWS);
            const names = first.rows.map((row) => JSON.stringify(row[0]?.value));
            // A handler that several sequences name has a row for each of them.
            const told = new Set(names).size < names.length ? ['handler', 'sequence'] : ['handler'];
            const columns = [...told, 'code', 'runs', 'p50', 'p95', 'max', 'could be saved', 'share'];
            return <TableView table={withColumns(first, columns, 'Top bottlenecks, by what could be saved')} doors={doors} />;
          }}
        </Told>
        <NewSessions where={where} />
      </div>
    </div>
  );
}

function Attention({ where }: PageProps) {
  const scope = scopeOf(where);
  const { all, open, settled, checked, asked } = useFindings(scope);
  const failed = asked.find(({ trouble, data }) => trouble && !data);
  if (!settled && !failed && all.length === 0) {
    return <Waiting title="Needs attention" rows={9} />;
  }
  const shown = all.slice(0, MOST_FINDINGS);
  const exhibitOf = {
    kind: 'findings' as const,
    title: 'Needs attention',
    findings: shown,
    rules: [],
    whenEmpty: failed?.trouble
      ? failed.trouble.message
      : `none of the ${checked.size} rules that were checked found anything`,
  };
  return (
    <FindingsView
      exhibit={exhibitOf}
      doors={doorsOf(where)}
      more={(finding) => hrefOf('findings', { ...scope, finding: keyOf(finding) })}
      tools={
        !settled && !failed ? (
          <span class="soft waiting" role="status">
            so far; more answers are on their way
          </span>
        ) : (
          <>
            <a href={hrefOf('findings', scope)}>{all.length > shown.length ? `all ${all.length}` : 'all'} findings</a>
            {open.length > 0 && open.length < all.length && (
              <a href={hrefOf('findings', { ...scope, severity: 'open' })}>{open.length} errors and warnings</a>
            )}
          </>
        )
      }
    />
  );
}

import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit } from '../../dashboard/find';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { hrefOf } from '../../dashboard/route';
import { asking, scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import { ExhibitView } from '../../exhibits/ExhibitView';

const MOST = 10_000;

/** What ran, and when; the newest session first. */
export default function SessionsPage({ where }: PageProps) {
  const asked = useAnswer(asking('sessions', scopeOf(where), { limit: MOST }));
  const inputs = useAnswer(asking('inputs', {}, { limit: MOST }));
  const doors = doorsOf(where);
  return (
    <>
      <PageHead title="Sessions" question="What ran, and when?">
        <a href={hrefOf('ledger', scopeOf(where))}>What became of every line</a>
      </PageHead>
      <div class="stack">
        <Told title="sessions" asked={asked} rows={10}>
          {(answer) => {
            const table = exhibit(answer, 'table');
            return table ? (
              <ExhibitView exhibit={{ ...table, title: 'sessions, the newest first', rows: [...table.rows].reverse() }} doors={doors} few={50} />
            ) : null;
          }}
        </Told>
        <Told title="inputs" asked={inputs} rows={6}>
          {(answer) => answer.exhibits.map((one) => <ExhibitView key={one.title} exhibit={one} doors={doors} few={12} />)}
        </Told>
      </div>
    </>
  );
}

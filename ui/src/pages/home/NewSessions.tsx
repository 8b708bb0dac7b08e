import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit, withColumns } from '../../dashboard/find';
import type { PageProps } from '../../dashboard/Page';
import { asking, scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import { TableView } from '../../exhibits/TableView';

const MOST = 8;

/** The newest sessions. They come in the order of their beginnings, so the last ones are asked for. */
export function NewSessions({ where }: PageProps) {
  const scope = scopeOf(where);
  const first = useAnswer(asking('sessions', scope, { limit: 1 }));
  const total = exhibit(first.data, 'table')?.total;
  const asked = useAnswer(
    total === undefined ? undefined : asking('sessions', scope, { limit: MOST, offset: Math.max(0, total - MOST) }),
  );
  return (
    <Told title="Newest sessions" asked={first.trouble ? first : asked}>
      {(answer) => {
        const table = exhibit(answer, 'table', 'sessions');
        if (!table) {
          return null;
        }
        const picked = withColumns(table, ['session', 'build', 'began', 'lasted', 'executions'], 'Newest sessions');
        return <TableView table={{ ...picked, rows: [...picked.rows].reverse() }} doors={doorsOf(where)} />;
      }}
    </Told>
  );
}

import { count } from '../../base/figures';
import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { exhibit } from '../../dashboard/find';
import { changed, hrefOf, type Where } from '../../dashboard/route';
import { asking, type Scope } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import { TableView } from '../../exhibits/TableView';
import type { ExecutionFilter } from './executions';

interface Props {
  where: Where;
  /** Which executions. */
  scope: Scope & ExecutionFilter;
  title?: string;
  most?: number;
  order?: string;
  status?: string;
  /** Whether its pages can be turned; the address says which is shown. */
  paged?: boolean;
}

/** Executions, a page at a time. */
export function ExecutionTable({ where, scope, title = 'executions', most = 50, order = 'newest', status = '', paged = false }: Props) {
  const offset = paged ? Math.max(0, Number(where.query.get('offset') ?? 0) || 0) : 0;
  const asked = useAnswer(asking('executions', scope, { limit: most, order, status, ...(offset > 0 ? { offset } : {}) }));
  return (
    <Told title={title} asked={asked} rows={10}>
      {(answer) => {
        const table = exhibit(answer, 'table');
        if (!table) {
          return null;
        }
        const last = offset + table.rows.length;
        const all = hrefOf('executions', { ...scope, status });
        return (
          <>
            <TableView table={{ ...table, title, whenEmpty: 'no execution is like that' }} doors={doorsOf(where)} />
            {paged && table.total > most && (
              <nav class="pager" aria-label="pages of executions">
                <a {...(offset > 0 ? { href: changed(where, { offset: String(Math.max(0, offset - most)) }) } : { 'aria-disabled': 'true' })}>previous</a>
                <span role="status">
                  {count(Math.min(offset + 1, table.total))} – {count(last)} of {count(table.total)}
                </span>
                <a {...(last < table.total ? { href: changed(where, { offset: String(offset + most) }) } : { 'aria-disabled': 'true' })}>next</a>
              </nav>
            )}
            {!paged && table.total > table.rows.length && (
              <p class="pager">
                <a href={all}>all {count(table.total)}</a>
              </p>
            )}
          </>
        );
      }}
    </Told>
  );
}

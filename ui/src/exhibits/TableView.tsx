import { useMemo, useState } from 'preact/hooks';
import { count } from '../base/figures';
import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Table } from './answer';
import { Frame } from './Frame';
import type { Doors } from './references';
import { matching, nextOrder, ordered, rowTexts, type Order } from './rows';
import { TableGrid } from './TableGrid';

/** So few rows are seen at a glance and need no filter. */
const FEW_ROWS = 5;

/** Rows of cells: sorted by a click on the head of a column, filtered by words, however many there are. */
export function TableView({ table, doors, few }: { table: Table; doors: Doors; few?: number | undefined }) {
  const [all, setAll] = useState(false);
  const [order, setOrder] = useState<Order>();
  const [wanted, setWanted] = useState('');
  const { columns, rows } = table;
  const texts = useMemo(() => rowTexts(rows), [rows]);
  const found = useMemo(() => matching(texts, rows.length, wanted), [texts, wanted]);
  const shown = useMemo(() => ordered(rows, found, order), [rows, found, order]);
  const drawn = few !== undefined && !all ? shown.slice(0, few) : shown;
  const kind = columns.some((column) => column.kind === 'line') ? 'table wide' : 'table';
  if (rows.length === 0) {
    return (
      <Frame kind={kind} title={table.title}>
        <p class="empty">
          <Words text={table.whenEmpty} />
        </p>
      </Frame>
    );
  }
  const sort = (column: number) => setOrder(nextOrder(order, column, columns[column]?.kind ?? 'text'));
  const tools = rows.length > FEW_ROWS && (
    <>
      <span class="found" role="status">
        {wanted.trim() !== '' && `${count(found.length)} of ${count(rows.length)}`}
      </span>
      <input
        type="search"
        class="filter"
        placeholder="filter"
        aria-label={`filter ${table.title || 'rows'}`}
        value={wanted}
        onInput={(event) => setWanted(event.currentTarget.value)}
      />
    </>
  );
  return (
    <Frame kind={kind} title={table.title} aside={aside(table)} tools={tools}>
      {shown.length === 0 ? (
        <p class="empty">no row holds all of these words</p>
      ) : (
        <TableGrid table={table} shown={drawn} order={order} sort={sort} doors={doors} />
      )}
      {drawn.length < shown.length && (
        <button type="button" class="quiet more" onClick={() => setAll(true)}>
          {count(shown.length - drawn.length)} more
        </button>
      )}
      <Notes table={table} />
    </Frame>
  );
}

function aside(table: Table): string {
  const { rows, total } = table;
  if (total > rows.length) {
    return `${count(rows.length)} of ${count(total)}`;
  }
  return rows.length > FEW_ROWS ? `${count(rows.length)} rows` : '';
}

/** What the columns mean, where that needs saying. */
function Notes({ table }: { table: Table }) {
  const noted = table.columns.filter((column) => column.note !== '');
  return noted.length === 0 ? null : (
    <dl class="notes">
      {noted.map((column) => (
        <div key={column.title}>
          <dt>{visible(column.title)}</dt>
          <dd>
            <Words text={column.note} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

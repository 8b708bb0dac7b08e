import { useMemo, useRef } from 'preact/hooks';
import { count } from '../base/figures';
import { shortened } from '../base/shortened';
import { visible } from '../base/visible';
import type { Cell, Column, Table } from './answer';
import { CellView } from './CellView';
import type { Doors } from './references';
import { largestShare, widths, type Order } from './rows';
import { isFigure, textOf } from './values';
import { ROW_HEIGHT, usePrinting, useWindow } from './window';

/** More rows than this are drawn only where they are seen. */
const MOST_DRAWN = 300;

const FEW_COLUMNS = 4;

/** So many moments in a row break between day and time where there is no room for them. */
const MANY_MOMENTS = 2;

/** More rows than this are not printed. */
const MOST_PRINTED = 1000;

interface Props {
  table: Table;
  /** The numbers of the rows, in order. */
  shown: number[];
  order: Order | undefined;
  sort(column: number): void;
  doors: Doors;
}

export function TableGrid({ table, shown, order, sort, doors }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const printing = usePrinting();
  const windowed = shown.length > MOST_DRAWN && !printing;
  const seen = useWindow(scroller, shown.length, windowed);
  const shares = useMemo(() => table.columns.map((_, column) => largestShare(table.rows, column)), [table]);
  const characters = useMemo(() => (table.rows.length > MOST_DRAWN ? widths(table) : undefined), [table]);
  const [from, to] = windowed ? seen : [0, printing ? MOST_PRINTED : shown.length];
  const sum = characters?.reduce((all, width) => all + width, 0) ?? 0;
  const style = windowed ? { width: `max(100%, calc(${sum}ch + ${characters?.length ?? 0} * 17px))` } : {};
  return (
    <div
      ref={scroller}
      class={windowed ? 'scroll windowed' : 'scroll'}
      {...(windowed ? { tabIndex: 0, role: 'region', 'aria-label': `rows of ${table.title || 'the table'}` } : {})}
    >
      <table style={style} class={windowed ? '' : classesOf(table)} aria-rowcount={shown.length + 1}>
        {windowed && (
          <colgroup>
            {characters?.map((width, column) => (
              <col key={column} style={{ width: `calc(${width}ch + 17px)` }} />
            ))}
          </colgroup>
        )}
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <Head key={index} column={column} order={order?.column === index ? order : undefined} sort={() => sort(index)} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Space rows={from} columns={table.columns.length} />
          {shown.slice(from, to).map((row, index) => (
            <Row
              key={row}
              cells={table.rows[row] ?? []}
              columns={table.columns}
              shares={shares}
              doors={doors}
              striped={(from + index) % 2 === 1}
            />
          ))}
          <Space rows={windowed ? shown.length - to : 0} columns={table.columns.length} />
        </tbody>
      </table>
      {printing && shown.length > MOST_PRINTED && (
        <p class="empty">… and {count(shown.length - MOST_PRINTED)} more rows, which are not printed</p>
      )}
    </div>
  );
}

function classesOf(table: Table): string {
  const moments = table.rows[0]?.filter(({ value }) => value.kind === 'instant').length ?? 0;
  return `${table.columns.length <= FEW_COLUMNS ? 'few' : ''} ${moments >= MANY_MOMENTS ? 'moments' : ''}`.trim();
}

function Head({ column, order, sort }: { column: Column; order: Order | undefined; sort(): void }) {
  const direction = order ? (order.descending ? 'descending' : 'ascending') : 'none';
  if (column.title.trim() === '') {
    return (
      <th scope="col">
        <span class="unseen">mark</span>
      </th>
    );
  }
  return (
    <th scope="col" class={column.kind} aria-sort={direction}>
      <button type="button" onClick={sort} title={column.note === '' ? undefined : visible(column.note)}>
        <span>
          {visible(column.title)}
          {column.note !== '' && <span class="noted">*</span>}
        </span>
        <span class="arrow" aria-hidden="true">
          {order ? (order.descending ? '▾' : '▴') : ''}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  cells: Cell[];
  columns: Column[];
  shares: number[];
  doors: Doors;
  striped: boolean;
}

function Row({ cells, columns, shares, doors, striped }: RowProps) {
  const subject = cells.find(({ references }) => references?.length)?.references;
  return (
    <tr class={striped ? 'odd' : ''}>
      {cells.map((cell, index) => {
        const kind = columns[index]?.kind ?? 'text';
        const figure = isFigure(cell.value) && cell.value.kind !== 'unknown';
        return (
          <td key={index} class={figure ? `${kind} figure${cell.value.kind === 'instant' ? ' instant' : ''}` : kind} title={titleOf(cell)}>
            <CellView cell={cell} doors={doors} largest={shares[index]} subject={figure ? subject : undefined} raw={kind === 'line'} />
          </td>
        );
      })}
    </tr>
  );
}

const LONG = 40;
const LONGEST_TITLE = 2000;

/** Long words are cut where many rows are drawn; then the pointer shows them. */
function titleOf(cell: Cell): string | undefined {
  const { value } = cell;
  return (value.kind === 'text' || value.kind === 'code') && value.text.length > LONG ? shortened(textOf(value), LONGEST_TITLE) : undefined;
}

/** The room of rows that are not drawn. */
function Space({ rows, columns }: { rows: number; columns: number }) {
  return rows > 0 ? (
    <tr class="space" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${rows * ROW_HEIGHT}px` }} />
    </tr>
  ) : null;
}

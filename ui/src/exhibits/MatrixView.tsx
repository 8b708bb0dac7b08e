import { useMemo, useState } from 'preact/hooks';
import { count, duration, type Whole } from '../base/figures';
import { Words } from '../base/Words';
import type { Matrix, Table } from './answer';
import { CellView } from './CellView';
import { Frame } from './Frame';
import { HeatCanvas } from './HeatCanvas';
import { ROW_STEPS, shading, SHADES, type Scale } from './heat';
import type { Doors } from './references';
import { TableView } from './TableView';

/** Up to so many rows and columns counts are shown as figures. */
const SMALL = 8;

/** Figures by two things as a heatmap, or the same figures as a table. Few counts lead to where `more` is told of them. */
export function MatrixView({ matrix, doors, more }: { matrix: Matrix; doors: Doors; more?: string }) {
  const [scale, setScale] = useState<Scale>('all');
  const [asTable, setAsTable] = useState(false);
  const shaded = useMemo(() => shading(matrix.values, matrix.columns.length, scale), [matrix, scale]);
  if (matrix.rows.length === 0 || matrix.columns.length === 0) {
    return (
      <Frame kind="matrix" title={matrix.title}>
        <p class="empty">
          <Words text={matrix.whenEmpty} />
        </p>
      </Frame>
    );
  }
  if (matrix.quantity === 'count' && matrix.rows.length <= SMALL && matrix.columns.length <= SMALL) {
    return <FewCounts matrix={matrix} doors={doors} more={more} />;
  }
  const figure = (value: Whole) => (matrix.quantity === 'duration' ? duration(value) : count(value));
  const tools = (
    <>
      {!asTable && <Legend limits={shaded.limits.map((limit) => figure(Math.round(limit)))} scale={scale} />}
      {!asTable && (
        <button type="button" class="quiet" aria-pressed={scale === 'row'} onClick={() => setScale(scale === 'all' ? 'row' : 'all')}>
          each row by its own normal
        </button>
      )}
      <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        as a table
      </button>
    </>
  );
  return (
    <Frame kind="matrix" title={matrix.title} tools={tools}>
      {asTable ? (
        <MatrixTable matrix={matrix} doors={doors} />
      ) : (
        <div class="heat">
          <ul class="heat-rows" aria-label="rows">
            {matrix.rows.map((row, index) => (
              <li key={index}>
                <CellView cell={row} doors={doors} />
              </li>
            ))}
          </ul>
          <HeatCanvas matrix={matrix} shades={shaded.shades} figure={figure} doors={doors} />
        </div>
      )}
    </Frame>
  );
}

/** Few counts are read, not compared by shade. */
function FewCounts({ matrix, doors, more }: { matrix: Matrix; doors: Doors; more: string | undefined }) {
  const width = matrix.columns.length;
  return (
    <Frame kind="matrix" title={matrix.title}>
      <table class="cross">
        <thead>
          <tr>
            <td />
            {matrix.columns.map((column, index) => (
              <th key={index} scope="col">
                <CellView cell={column} doors={doors} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">
                <CellView cell={row} doors={doors} />
              </th>
              {matrix.values.slice(index * width, (index + 1) * width).map((value, column) => (
                <td key={column} class={value === null || value === 0 ? 'none' : ''}>
                  {value === null ? '·' : more !== undefined && value !== 0 ? <a href={more}>{count(value)}</a> : count(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

function Legend({ limits, scale }: { limits: string[]; scale: Scale }) {
  const words = scale === 'row' ? ROW_STEPS.map((times) => `${times} ×`) : limits;
  return (
    <span class="legend">
      {scale === 'row' && <span>median of the row</span>}
      {Array.from({ length: words.length === 0 ? 1 : SHADES }, (_, shade) => (
        <span key={shade} class="step">
          <i class={`shade h${shade}`} />
          {words.length > 0 && <span>{shade < words.length ? `≤ ${words[shade]}` : 'more'}</span>}
        </span>
      ))}
      <span class="step">
        <i class="shade none" />
        <span>none</span>
      </span>
    </span>
  );
}

/** The figures of a matrix as rows. */
export function MatrixTable({ matrix, doors }: { matrix: Matrix; doors: Doors }) {
  return <TableView table={tableOf(matrix)} doors={doors} />;
}

/** The same figures as rows of cells. */
function tableOf(matrix: Matrix): Table {
  const width = matrix.columns.length;
  const time = matrix.quantity === 'duration';
  return {
    kind: 'table',
    title: '',
    columns: [
      { title: 'row', kind: 'text', note: '' },
      { title: 'column', kind: 'text', note: '' },
      { title: time ? 'time' : 'count', kind: 'number', note: '' },
    ],
    rows: matrix.values.flatMap((value, index) => {
      const row = matrix.rows[Math.floor(index / width)];
      const column = matrix.columns[index % width];
      return value === null || !row || !column
        ? []
        : [[row, column, { value: time ? { kind: 'duration', nanos: value } : { kind: 'count', count: value } }]];
    }),
    total: 0,
    whenEmpty: matrix.whenEmpty,
  };
}

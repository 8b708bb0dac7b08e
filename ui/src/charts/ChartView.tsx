import { useEffect, useRef, useState } from 'preact/hooks';
import { count, duration, millis } from '../base/figures';
import type { Matrix } from '../exhibits/answer';
import { Frame } from '../exhibits/Frame';
import { MatrixTable } from '../exhibits/MatrixView';
import type { Doors } from '../exhibits/references';
import { textOf } from '../exhibits/values';
import type { Line, Plot } from './plot';

interface Props {
  matrix: Matrix;
  title?: string;
  /** How each row is drawn, by its place. */
  lines: { manner: Line['manner']; colour: string }[];
  height?: number;
  doors: Doors;
}

/** The rows of a matrix as lines or bars; the pointer tells the figures, and a table holds them all. */
export function ChartView({ matrix, title = matrix.title, lines, height = 170, doors }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState(-1);
  const [asTable, setAsTable] = useState(false);
  const empty = matrix.columns.length === 0 || matrix.values.every((value) => value === null || Number(value) === 0);
  const figure = (value: number) => (matrix.quantity === 'duration' ? duration(Math.round(value)) : count(Math.round(value)));
  const key = JSON.stringify(matrix.values) + asTable;
  useEffect(() => {
    const element = holder.current;
    if (!element || empty) {
      return;
    }
    let end: (() => void) | undefined;
    let there = true;
    void import('./plot').then(({ draw }) => {
      if (there) {
        end = draw(element, plotOf(matrix, lines, height, figure, setPointed));
      }
    });
    return () => {
      there = false;
      end?.();
    };
  }, [key]);
  const width = matrix.columns.length;
  const column = matrix.columns[pointed];
  const tools = !empty && (
    <button type="button" class="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
      as a table
    </button>
  );
  return (
    <Frame kind="chart" title={title} tools={tools}>
      {empty ? (
        <p class="empty">{matrix.whenEmpty}</p>
      ) : asTable ? (
        <MatrixTable matrix={matrix} doors={doors} />
      ) : (
        <>
          <p class="chart-legend">
            {matrix.rows.map((row, index) => {
              const value = matrix.values[index * width + pointed];
              return (
                <span key={index}>
                  <i class={`swatch ${lines[index]?.colour.slice(2) ?? ''}`} />
                  {textOf(row.value)}
                  {column && <b>{value === null || value === undefined ? '–' : figure(Number(value))}</b>}
                </span>
              );
            })}
            <span class="chart-at">{column ? textOf(column.value) : ''}</span>
          </p>
          <div ref={holder} class="chart-field" role="img" aria-label={wordsOf(matrix, title, figure)} style={{ height: `${height}px` }} />
        </>
      )}
    </Frame>
  );
}

function plotOf(
  matrix: Matrix,
  lines: Props['lines'],
  height: number,
  figure: (value: number) => string,
  pointed: (index: number) => void,
): Plot {
  const width = matrix.columns.length;
  const time = matrix.columns[0]?.value.kind === 'instant';
  const at = matrix.columns.map(({ value }, index) => (value.kind === 'instant' ? millis(value.nanos) / 1000 : index));
  const days = time && (at[at.length - 1] ?? 0) - (at[0] ?? 0) > 86_400;
  return {
    at,
    time,
    height,
    figure,
    pointed,
    below: (place) => {
      if (!time) {
        const column = matrix.columns[Math.round(place)];
        return column ? textOf(column.value) : '';
      }
      const iso = new Date(place * 1000).toISOString();
      return days ? iso.slice(5, 16).replace('T', ' ') : iso.slice(11, 19);
    },
    lines: matrix.rows.map((row, index) => ({
      name: textOf(row.value),
      colour: lines[index]?.colour ?? '--bar',
      manner: lines[index]?.manner ?? 'line',
      values: matrix.values
        .slice(index * width, (index + 1) * width)
        .map((value) => (value === null || (lines[index]?.manner === 'bars' && Number(value) === 0) ? null : Number(value))),
    })),
  };
}

/** The same in words, for who can't see it. */
function wordsOf(matrix: Matrix, title: string, figure: (value: number) => string): string {
  const width = matrix.columns.length;
  const rows = matrix.rows.map((row, index) => {
    const values = matrix.values.slice(index * width, (index + 1) * width).map((value) => Number(value ?? 0));
    return `${textOf(row.value)}: at most ${figure(Math.max(...values))}`;
  });
  return `${title}; ${rows.join(', ')}`;
}

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Whole } from '../base/figures';
import { onThemeChange } from '../base/theme';
import type { Matrix } from './answer';
import { axisOf, stepOf } from './axis';
import { SHADES } from './heat';
import { firstDoor, type Doors } from './references';
import { textOf } from './values';

/** The height of a row in pixels, as in the style sheet. */
const ROW = 24;
const NARROWEST = 4;
const WIDEST = 96;

interface Props {
  matrix: Matrix;
  shades: Int8Array;
  figure(value: Whole): string;
  doors: Doors;
}

interface Spot {
  row: number;
  column: number;
}

/** The field of a heatmap. The pointer and the arrow keys show what a cell holds; Enter opens its row. */
export function HeatCanvas({ matrix, shades, figure, doors }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState(0);
  const [spot, setSpot] = useState<Spot>();
  const rows = matrix.rows.length;
  const columns = matrix.columns.length;
  const axis = useMemo(() => axisOf(matrix.columns), [matrix]);
  const cell = Math.min(WIDEST, Math.max(NARROWEST, room / columns));
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setRoom(Math.floor(entry?.contentRect.width ?? 0)));
    if (holder.current) {
      observer.observe(holder.current);
    }
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const draw = () => canvas.current && room > 0 && paint(canvas.current, shades, columns, cell, spot);
    draw();
    return onThemeChange(draw);
  }, [shades, columns, cell, room, spot]);
  const at = (event: MouseEvent): Spot | undefined => {
    const column = Math.floor(event.offsetX / cell);
    const row = Math.floor(event.offsetY / ROW);
    return row >= 0 && row < rows && column >= 0 && column < columns ? { row, column } : undefined;
  };
  const open = (row: number | undefined) => {
    const reference = firstDoor(matrix.rows[row ?? -1]?.references, doors);
    if (reference) {
      doors.navigate(reference);
    }
  };
  const press = (event: KeyboardEvent) => {
    const moved = spot && move(spot, event.key, rows, columns);
    if (event.key === 'Enter') {
      open(spot?.row);
    } else if (moved || event.key.startsWith('Arrow')) {
      event.preventDefault();
      setSpot(moved ?? { row: 0, column: 0 });
    }
  };
  const words = spot && wordsAt(matrix, spot, figure);
  const step = stepOf(axis.words, cell);
  return (
    <div class="heat-field" ref={holder}>
      <div class="heat-scroll">
        <canvas
          ref={canvas}
          tabIndex={0}
          role="img"
          aria-label={`heatmap of ${rows} rows and ${columns} columns; the arrow keys walk through it`}
          style={{ width: `${cell * columns}px`, height: `${ROW * rows}px` }}
          onPointerMove={(event) => setSpot(at(event))}
          onPointerLeave={() => setSpot(undefined)}
          onBlur={() => setSpot(undefined)}
          onClick={(event) => open(at(event)?.row)}
          onKeyDown={press}
        />
        <div class="axis" style={{ width: `${cell * columns}px` }} aria-hidden="true">
          {axis.words.map((word, column) =>
            column % step === 0 && (column + step * 0.7) * cell < cell * columns + 40 ? (
              <span key={column} style={{ left: `${column * cell}px` }}>
                {word}
              </span>
            ) : null,
          )}
        </div>
      </div>
      <p class="axis-title">{axis.title}</p>
      <p class="unseen" role="status">
        {words?.join(', ')}
      </p>
      {spot && words && <Tip spot={spot} cell={cell} room={room} words={words} />}
    </div>
  );
}

function Tip({ spot, cell, room, words }: { spot: Spot; cell: number; room: number; words: string[] }) {
  const left = (spot.column + 0.5) * cell;
  const side = left > room / 2 ? { right: `${room - left + 10}px` } : { left: `${left + 10}px` };
  return (
    <div class="tip" aria-hidden="true" style={{ ...side, top: `${(spot.row + 1) * ROW + 4}px` }}>
      <b>{words[0]}</b>
      <span>{words[1]}</span>
      <span class="mono">{words[2]}</span>
    </div>
  );
}

function wordsAt(matrix: Matrix, { row, column }: Spot, figure: (value: Whole) => string): string[] {
  const value = matrix.values[row * matrix.columns.length + column];
  const rowCell = matrix.rows[row];
  const columnCell = matrix.columns[column];
  return rowCell && columnCell
    ? [value === null || value === undefined ? 'none' : figure(value), textOf(columnCell.value), textOf(rowCell.value)]
    : [];
}

function move({ row, column }: Spot, key: string, rows: number, columns: number): Spot | undefined {
  switch (key) {
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(columns - 1, column + 1) };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(rows - 1, row + 1), column };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: columns - 1 };
    default:
      return undefined;
  }
}

function paint(canvas: HTMLCanvasElement, shades: Int8Array, columns: number, cell: number, spot: Spot | undefined): void {
  const context = canvas.getContext('2d');
  if (!context) {
    return;
  }
  const density = window.devicePixelRatio || 1;
  const rows = shades.length / columns;
  canvas.width = Math.round(cell * columns * density);
  canvas.height = Math.round(ROW * rows * density);
  context.scale(density, density);
  const colours = Array.from({ length: SHADES }, (_, shade) => colourOf(canvas, `--h${shade}`));
  const line = colourOf(canvas, '--hair');
  const gap = cell > 6 ? 1.5 : 0;
  shades.forEach((shade, index) => {
    const x = (index % columns) * cell;
    const y = Math.floor(index / columns) * ROW;
    context.beginPath();
    context.roundRect(x, y + 1, cell - gap, ROW - 2.5, gap > 0 ? 2 : 0);
    if (shade < 0) {
      context.strokeStyle = line;
      context.lineWidth = gap > 0 ? 0.75 : 0;
      if (gap > 0) {
        context.stroke();
      }
    } else {
      context.fillStyle = colours[shade] ?? line;
      context.fill();
    }
  });
  if (spot) {
    context.strokeStyle = colourOf(canvas, '--ink');
    context.lineWidth = 1.5;
    context.strokeRect(spot.column * cell + 0.5, spot.row * ROW + 0.75, Math.max(2, cell - gap - 1), ROW - 2);
  }
}

/** The colour of a token, in the theme that is shown. */
function colourOf(canvas: HTMLCanvasElement, token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  canvas.after(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

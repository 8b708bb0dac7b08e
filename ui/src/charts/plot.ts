/** Draws figures over time or over steps: a thin hand on uPlot, which is loaded with the first chart. */
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onThemeChange } from '../base/theme';

export interface Line {
  name: string;
  /** A token of the style sheet. */
  colour: string;
  manner: 'bars' | 'line' | 'points';
  values: (number | null)[];
}

export interface Plot {
  /** Where each value stands. */
  at: number[];
  lines: Line[];
  /** Words below the axis, at a place. */
  below(at: number): string;
  /** Words of a value. */
  figure(value: number): string;
  height: number;
  /** Whether the places are times, in seconds. */
  time: boolean;
  /** Is told which place the pointer is at; -1 for none. */
  pointed(index: number): void;
}

/** Draws into an element, follows its width and the colours, and ends with what is returned. */
export function draw(element: HTMLElement, plot: Plot): () => void {
  let chart: uPlot | undefined;
  const make = () => {
    chart?.destroy();
    chart = new uPlot(options(element, plot), [plot.at, ...plot.lines.map(({ values }) => values)], element);
  };
  const resized = new ResizeObserver(() => {
    const width = element.clientWidth;
    if (chart && width > 0 && width !== chart.width) {
      chart.setSize({ width, height: plot.height });
    }
  });
  make();
  resized.observe(element);
  const end = onThemeChange(make);
  return () => {
    end();
    resized.disconnect();
    chart?.destroy();
  };
}

function options(element: HTMLElement, plot: Plot): uPlot.Options {
  const colour = (token: string) => colourOf(element, token);
  const ink = colour('--soft');
  const grid = { stroke: colour('--hair'), width: 1 };
  const font = `11.5px ${getComputedStyle(element).fontFamily}`;
  const bars = uPlot.paths.bars?.({ size: [0.8, 40], align: 0 });
  return {
    width: Math.max(200, element.clientWidth),
    height: plot.height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: (_, from, to) => padded(plot, from, to) },
      y: { range: (_, __, to) => [0, to > 0 ? to * 1.08 : 1] },
    },
    axes: [
      {
        stroke: ink,
        font,
        grid: { show: false },
        ticks: { stroke: colour('--line'), width: 1, size: 4 },
        size: 26,
        space: 90,
        values: (_, at) => at.map(plot.below),
        ...(plot.time ? {} : { splits: () => every(plot) }),
      },
      { stroke: ink, font, grid, ticks: { show: false }, size: 62, space: 32, values: (_, at) => at.map(plot.figure) },
    ],
    series: [
      {},
      ...plot.lines.map(({ name, colour: token, manner }) => ({
        label: name,
        stroke: colour(token),
        width: manner === 'bars' ? 0 : 1.5,
        ...(manner === 'bars' ? { fill: colour(token), ...(bars ? { paths: bars } : {}), points: { show: false } } : {}),
        ...(manner === 'line' ? { points: { show: true, size: 4 } } : {}),
        ...(manner === 'points' ? { paths: () => null, points: { show: true, size: 4, fill: colour(token) } } : {}),
      })),
    ],
    hooks: { setCursor: [(chart) => plot.pointed(chart.cursor.idx ?? -1)] },
  };
}

function padded(plot: Plot, from: number, to: number): [number, number] {
  const step = (plot.at[1] ?? from + 1) - (plot.at[0] ?? from);
  return [from - step / 2, to + step / 2];
}

const MOST_WORDS = 10;

function every(plot: Plot): number[] {
  const step = Math.max(1, Math.ceil(plot.at.length / MOST_WORDS));
  return plot.at.filter((_, index) => index % step === 0);
}

function colourOf(element: HTMLElement, token: string): string {
  const probe = document.createElement('i');
  probe.style.color = `var(${token})`;
  element.after(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

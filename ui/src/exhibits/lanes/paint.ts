/** Draws lanes on a canvas: bars as pixels of our own, words and signs over them. */
import { visible } from '../../base/visible';
import type { Lanes } from '../answer';
import { textOf } from '../values';
import type { Colours } from './colours';
import { Fit } from './fit';
import { HEADING, ROW, STRIP, type LaneBox } from './layout';
import { Drawn, drawnOf, type Grain, type RowOfBars } from './levels';
import { APART, eachSign, type RowOfMarks } from './marks';
import { raster, slotOf, type Bitmap } from './raster';
import { AMBIGUOUS, BOTTLENECK, FAILED } from './words';

export interface View {
  /** Nanoseconds from the beginning of the axis, at the left and right edge. */
  from: number;
  to: number;
  /** Pixels of the page, and how many of the screen each is. */
  width: number;
  height: number;
  scroll: number;
  density: number;
}

export interface Chosen {
  bar: number;
  hover: number;
  /** 1 for each name that is sought; absent where nothing is. */
  sought: Uint8Array | undefined;
  /** A stretch that is measured, in nanoseconds. */
  stretch?: [number, number];
}

export interface Sums {
  bars: number;
  joined: number;
}

/** What there is to draw, worked out once. */
export interface Scene {
  lanes: Lanes;
  boxes: LaneBox[];
  rows: Map<number, RowOfBars[]>;
  marks: RowOfMarks[];
}

const NARROWEST_WORD = 26;
const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";
const PLAIN = `11px ${FONT}`;
const BOLD = `600 12px ${FONT}`;
const GLYPHS = ['✗', '◇', '▴', '✗'];

export function grainOf(view: View): Grain {
  return { perPixel: (view.to - view.from) / Math.max(1, Math.round(view.width * view.density)), slot: slotOf(view.density) };
}

/** Keeps what is used from frame to frame, so that a frame allocates next to nothing. */
export class Painter {
  private readonly drawn = new Drawn();
  private readonly plain: Fit;
  private readonly bold: Fit;
  private image: ImageData | undefined;
  private bitmap: Bitmap = { width: 0, height: 0, pixels: new Uint32Array(0) };
  private titles: { of: Lanes; words: string[] } | undefined;

  constructor(private readonly context: CanvasRenderingContext2D) {
    const fit = (font: string) =>
      new Fit((words) => {
        context.font = font;
        return context.measureText(words).width;
      });
    this.plain = fit(PLAIN);
    this.bold = fit(BOLD);
  }

  /** How many bars are drawn, and how many of them joined with others since they are too narrow to be told apart. */
  paint(scene: Scene, view: View, colours: Colours, chosen: Chosen): Sums {
    const { context } = this;
    const grain = grainOf(view);
    const { boxes } = scene;
    const seen = boxes.filter((box) => box.top - view.scroll <= view.height && box.rowsTop - view.scroll + box.height >= 0);
    this.gather(scene, seen, view, grain, chosen);
    this.bars(scene.lanes, view, grain, colours);
    context.setTransform(view.density, 0, 0, view.density, 0, 0);
    context.textBaseline = 'middle';
    seen.forEach((box) => this.heading(box, box.top - view.scroll, view, colours));
    this.labels(scene.lanes, view, colours);
    this.marks(scene, view, colours);
    links(context, scene, view, colours);
    outline(context, scene, view, chosen.hover, colours.ink, 1);
    outline(context, scene, view, chosen.bar, colours.accent, 2);
    if (chosen.stretch) {
      const [one, other] = chosen.stretch;
      context.globalAlpha = 0.12;
      context.fillStyle = colours.accent;
      context.fillRect(xOf(one, view), 0, xOf(other, view) - xOf(one, view), view.height);
      context.globalAlpha = 1;
    }
    return this.sums();
  }

  private gather(scene: Scene, seen: LaneBox[], view: View, grain: Grain, chosen: Chosen): void {
    const { density } = view;
    const place = { from: view.from, to: view.to, width: Math.round(view.width * density), top: 0, worded: true, sought: chosen.sought };
    this.drawn.clear();
    for (const box of seen) {
      // In a folded lane the rows lie over each other, what is inside on top.
      const rows = scene.rows.get(box.index) ?? [];
      for (const row of rows) {
        const y = box.rowsTop - view.scroll + (box.folded ? 0 : row.row * ROW);
        if (y <= view.height && y + ROW >= 0) {
          place.top = Math.round(y * density);
          place.worded = !box.folded || rows.length === 1;
          drawnOf(row, place, grain, this.drawn);
        }
      }
    }
  }

  private bars(lanes: Lanes, view: View, grain: Grain, colours: Colours): void {
    const { context, drawn } = this;
    const width = context.canvas.width;
    const height = context.canvas.height;
    if (!this.image || this.image.width !== width || this.image.height !== height) {
      this.image = context.createImageData(width, height);
      this.bitmap = { width, height, pixels: new Uint32Array(this.image.data.buffer) };
    }
    this.bitmap.pixels.fill(0);
    raster(this.bitmap, drawn, lanes.bars.kind, colours.inks, view.density, Math.floor(view.from / grain.perPixel));
    context.putImageData(this.image, 0, 0);
  }

  private sums(): Sums {
    const { drawn } = this;
    let bars = 0;
    let joined = 0;
    for (let one = 0; one < drawn.size; one++) {
      const many = drawn.bars[one] ?? 0;
      bars += many;
      joined += many > 1 ? many : 0;
    }
    return { bars, joined };
  }

  private heading(box: LaneBox, top: number, view: View, colours: Colours): void {
    const { context } = this;
    context.fillStyle = colours.hair;
    context.fillRect(0, top, view.width, 1);
    const inset = 8 + box.depth * 14;
    const sign = box.parent || box.lane.rows > 1 ? (box.folded ? '▸ ' : '▾ ') : '';
    const words = this.bold.cut(sign + box.name, view.width * 0.6 - inset);
    const wide = this.bold.width(words);
    const note = box.lane.note ? this.plain.cut(visible(box.lane.note), 300) : '';
    context.font = BOLD;
    context.fillStyle = colours.ink;
    context.fillText(words, inset, top + HEADING / 2 + 1);
    if (note !== '') {
      context.font = PLAIN;
      context.fillStyle = colours.soft;
      context.fillText(note, inset + wide + 10, top + HEADING / 2 + 1);
    }
  }

  /** Names where they fit. */
  private labels(lanes: Lanes, view: View, colours: Colours): void {
    const { context, drawn, plain } = this;
    const { density } = view;
    const right = Math.round(view.width * density);
    context.font = PLAIN;
    context.fillStyle = colours.ink;
    for (let one = 0; one < drawn.size; one++) {
      const from = Math.max(0, drawn.from[one] ?? 0);
      const wide = (Math.min(right, drawn.to[one] ?? 0) - from) / density;
      if (wide <= NARROWEST_WORD || drawn.worded[one] === 0) {
        continue;
      }
      const flags = drawn.flags[one] ?? 0;
      const many = drawn.count[one] ?? 1;
      const before = (flags & FAILED) !== 0 ? '✗ ' : (flags & BOTTLENECK) !== 0 ? '◆ ' : (flags & AMBIGUOUS) !== 0 ? '? ' : '';
      const told = before + (many > 1 ? `${many} × ` : '') + this.title(lanes, lanes.bars.name[drawn.bar[one] ?? 0] ?? 0);
      const words = plain.cut(told, wide - 8);
      if (words !== '') {
        context.font = PLAIN;
        context.globalAlpha = drawn.sought[one] === 0 ? 0.25 : 1;
        context.fillText(words, from / density + 4, (drawn.top[one] ?? 0) / density + ROW / 2 + 0.5);
      }
    }
    context.globalAlpha = 1;
  }

  private title(lanes: Lanes, name: number): string {
    if (this.titles?.of !== lanes) {
      this.titles = { of: lanes, words: lanes.names.map(({ value }) => visible(short(textOf(value)))) };
    }
    return this.titles.words[name] ?? '';
  }

  private marks({ boxes, marks }: Scene, view: View, colours: Colours): void {
    if (marks.length === 0) {
      return;
    }
    const { context } = this;
    const open = new Map(boxes.map((box) => [box.index, box]));
    const perPixel = (view.to - view.from) / Math.max(1, view.width);
    context.textAlign = 'center';
    context.font = PLAIN;
    for (const row of marks) {
      const box = open.get(row.lane);
      const y = box ? box.marksTop - view.scroll + STRIP / 2 : -1;
      if (y < 0 || y > view.height) {
        continue;
      }
      const glyph = GLYPHS[row.kind] ?? '·';
      context.fillStyle = row.kind === 0 || row.kind === 3 ? colours.err : row.kind === 1 ? colours.accent : colours.soft;
      eachSign(row, view.from, view.to, perPixel, (at, count) => {
        const x = xOf(at, view);
        context.fillText(glyph, x, y);
        if (count > 1) {
          context.fillRect(x - APART / 2, y + STRIP / 2 - 1, APART, 1);
        }
      });
    }
    context.textAlign = 'start';
  }
}

function xOf(nanos: number, view: View): number {
  return ((nanos - view.from) / (view.to - view.from)) * view.width;
}

/** A handler without its plugin: the lane says whose it is. */
function short(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 && !name.includes(' ') ? name.slice(dot + 1) : name;
}

/** Where the row of a bar is, in pixels from above; nothing where its lane is hidden. */
function topOf(lanes: Lanes, boxOf: Map<number, LaneBox>, bar: number, view: View): number | undefined {
  const box = boxOf.get(lanes.bars.lane[bar] ?? -1);
  return box && box.rowsTop - view.scroll + (box.folded ? 0 : (lanes.bars.row[bar] ?? 0) * ROW);
}

function outline(context: CanvasRenderingContext2D, { lanes, boxes }: Scene, view: View, bar: number, colour: string, thick: number): void {
  const box = bar < 0 ? undefined : boxes.find(({ index }) => index === lanes.bars.lane[bar]);
  const top = box && topOf(lanes, new Map([[box.index, box]]), bar, view);
  if (top === undefined) {
    return;
  }
  const begins = lanes.bars.start[bar] ?? 0;
  const from = Math.max(-thick, xOf(begins, view));
  const to = Math.min(view.width + thick, xOf(begins + Math.max(0, lanes.bars.duration[bar] ?? 0), view));
  if (to >= 0 && from <= view.width) {
    context.strokeStyle = colour;
    context.lineWidth = thick;
    context.strokeRect(from - 0.5, top + 1.5, Math.max(2, to - from) + 1, ROW - 3);
  }
}

/** What called what, as dashed lines; those that would lie over each other once. */
function links(context: CanvasRenderingContext2D, { lanes, boxes }: Scene, view: View, colours: Colours): void {
  const { from, to } = lanes.links;
  if (from.length === 0) {
    return;
  }
  const boxOf = new Map(boxes.map((box) => [box.index, box]));
  let last = '';
  context.strokeStyle = colours.soft;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  context.beginPath();
  for (let link = 0; link < from.length; link++) {
    const one = from[link] ?? -1;
    const other = to[link] ?? -1;
    const x = Math.round(xOf(lanes.bars.start[one] ?? 0, view));
    const until = Math.round(xOf(lanes.bars.start[other] ?? 0, view));
    if (Math.max(x, until) < 0 || Math.min(x, until) > view.width) {
      continue;
    }
    const top = topOf(lanes, boxOf, one, view);
    const bottom = topOf(lanes, boxOf, other, view);
    const key = `${x} ${top} ${until} ${bottom}`;
    if (top === undefined || bottom === undefined || key === last || Math.max(top, bottom) < 0 || Math.min(top, bottom) > view.height) {
      continue;
    }
    last = key;
    context.moveTo(Math.max(0, x), top + ROW - 2);
    context.lineTo(Math.max(0, until), bottom + 2);
  }
  context.stroke();
  context.setLineDash([]);
}

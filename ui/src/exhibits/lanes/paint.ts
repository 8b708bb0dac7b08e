/** Draws lanes on a canvas. */
import { visible } from '../../base/visible';
import type { Lanes } from '../answer';
import { textOf } from '../values';
import { drawnOf, HEADING, ROW, STRIP, type Drawn, type LaneBox, type RowOfBars } from './layout';
import { AMBIGUOUS, BOTTLENECK, CONTRADICTED, CRITICAL, FAILED, OPEN } from './words';

export interface View {
  /** Nanoseconds from the beginning of the axis, at the left and right edge. */
  from: number;
  to: number;
  /** Pixels. */
  left: number;
  width: number;
  height: number;
  scroll: number;
}

export interface Colours {
  ink: string;
  soft: string;
  line: string;
  hair: string;
  panel: string;
  raise: string;
  accent: string;
  err: string;
  warn: string;
  mark: string;
  kinds: string[];
}

export interface Chosen {
  bar: number;
  hover: number;
  found: Set<number>;
  /** A stretch that is measured, in nanoseconds. */
  stretch?: [number, number];
}

const NARROWEST_WORD = 26;
/** Thinner bars are not seen. */
const NARROWEST = 1.5;
const WIDE_ENOUGH_FOR_CORNERS = 5;

export function paint(
  context: CanvasRenderingContext2D,
  lanes: Lanes,
  boxes: LaneBox[],
  rows: Map<number, RowOfBars[]>,
  view: View,
  colours: Colours,
  chosen: Chosen,
): number {
  const perPixel = (view.to - view.from) / Math.max(1, view.width);
  const x = (nanos: number) => view.left + (nanos - view.from) / perPixel;
  let shown = 0;
  context.clearRect(0, 0, view.left + view.width, view.height);
  context.save();
  context.font = '11px ' + FONT;
  context.textBaseline = 'middle';
  const places = new Map<number, [number, number]>();
  for (const box of boxes) {
    const top = box.top - view.scroll;
    if (top > view.height || box.rowsTop - view.scroll + box.height < 0) {
      continue;
    }
    heading(context, box, top, view, colours);
    context.save();
    context.beginPath();
    context.rect(view.left, box.rowsTop - view.scroll - 1, view.width, box.height + 2);
    context.clip();
    // In a folded lane the rows lie over each other, what is inside on top.
    for (const row of rows.get(box.index) ?? []) {
      const y = box.rowsTop - view.scroll + (box.folded ? 0 : row.row * ROW);
      if (y > view.height || y + ROW < 0) {
        continue;
      }
      const drawn: Drawn[] = [];
      drawnOf(lanes, row, view.from, view.to, perPixel, drawn);
      for (const one of drawn) {
        shown += one.count;
        const from = Math.max(view.left - 2, x(one.from));
        const to = Math.min(view.left + view.width + 2, x(one.to));
        bar(context, lanes, one, from, Math.max(NARROWEST, to - from), y, colours, chosen, !box.folded || row.row === 0);
        places.set(one.bar, [x(one.from), y]);
      }
    }
    context.restore();
  }
  marks(context, lanes, boxes, view, x, colours);
  links(context, lanes, places, x, colours, view);
  if (chosen.stretch) {
    const [one, other] = chosen.stretch;
    context.globalAlpha = 0.12;
    context.fillStyle = colours.accent;
    context.fillRect(x(one), 0, x(other) - x(one), view.height);
    context.globalAlpha = 1;
  }
  context.restore();
  return shown;
}

const FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', sans-serif";

function heading(context: CanvasRenderingContext2D, box: LaneBox, top: number, view: View, colours: Colours): void {
  context.fillStyle = colours.hair;
  context.fillRect(0, top, view.left + view.width, 1);
  context.fillStyle = colours.ink;
  context.font = `600 12px ${FONT}`;
  const inset = 8 + box.depth * 14;
  const sign = box.parent || box.lane.rows > 0 ? (box.folded ? '▸ ' : '▾ ') : '';
  const words = cut(context, sign + box.name, view.left + view.width * 0.6 - inset);
  context.fillText(words, inset, top + HEADING / 2 + 1);
  const wide = context.measureText(words).width;
  context.font = `11px ${FONT}`;
  if (box.lane.note) {
    context.fillStyle = colours.soft;
    context.fillText(cut(context, visible(box.lane.note), 300), inset + wide + 10, top + HEADING / 2 + 1);
  }
}

/** Words that fit, with an ellipsis where they are cut; empty where nothing fits. */
function cut(context: CanvasRenderingContext2D, words: string, room: number): string {
  const text = words.length > 200 ? `${words.slice(0, 200)}…` : words;
  if (context.measureText(text).width <= room) {
    return text;
  }
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (context.measureText(`${text.slice(0, middle)}…`).width <= room) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low < 2 ? '' : `${text.slice(0, low)}…`;
}

function bar(
  context: CanvasRenderingContext2D,
  lanes: Lanes,
  one: Drawn,
  from: number,
  width: number,
  y: number,
  colours: Colours,
  chosen: Chosen,
  words: boolean,
): void {
  const kind = lanes.bars.kind[one.bar] ?? 0;
  const name = lanes.bars.name[one.bar] ?? 0;
  const dim = chosen.found.size > 0 && !chosen.found.has(name);
  const several = one.count > 1;
  const top = y + 2;
  const height = ROW - 4;
  context.globalAlpha = dim ? 0.25 : 1;
  context.fillStyle = colours.kinds[kind] ?? colours.line;
  if (several) {
    // What stands for several is lower the fewer of its time something ran.
    const span = Math.max(1, one.to - one.from);
    const part = Math.min(1, Math.max(0.35, (lanes.bars.busy[one.bar] ?? span) / span));
    context.fillRect(from, top + height * (1 - part), width, height * part);
  } else if (width > WIDE_ENOUGH_FOR_CORNERS) {
    context.beginPath();
    context.roundRect(from, top, width, height, 2);
    context.fill();
  } else {
    // A path costs several times as much, and most bars are narrow.
    context.fillRect(from, top, width, height);
  }
  if ((kind >= 4 && kind <= 7) && width > 3) {
    hatch(context, from, top, width, height, colours.panel);
  }
  if ((one.flags & OPEN) !== 0 && width > 2) {
    context.fillStyle = colours.warn;
    for (let at = top; at < top + height; at += 4) {
      context.fillRect(from + width - 2, at, 2, 2);
    }
  }
  if ((one.flags & (FAILED | CONTRADICTED)) !== 0) {
    context.fillStyle = colours.err;
    context.fillRect(from, top + height - 3, Math.max(2, width), 3);
  }
  if ((one.flags & CRITICAL) !== 0 && width > 3) {
    context.fillStyle = colours.ink;
    context.fillRect(from, top, width, (one.flags & BOTTLENECK) !== 0 ? 3 : 1.5);
  }
  if (words && width > NARROWEST_WORD) {
    const title = textOf(lanes.names[name]?.value ?? { kind: 'unknown' });
    const before = (one.flags & FAILED) !== 0 ? '✗ ' : (one.flags & BOTTLENECK) !== 0 ? '◆ ' : (one.flags & AMBIGUOUS) !== 0 ? '? ' : '';
    const told = before + (several ? `${one.count} × ` : '') + visible(short(title));
    const at = Math.max(from, 0);
    context.fillStyle = colours.ink;
    context.fillText(cut(context, told, width - 8), at + 4, y + ROW / 2 + 0.5);
  }
  if (one.bar === chosen.bar || one.bar === chosen.hover) {
    context.globalAlpha = 1;
    context.strokeStyle = one.bar === chosen.bar ? colours.accent : colours.ink;
    context.lineWidth = one.bar === chosen.bar ? 2 : 1;
    context.strokeRect(from - 0.5, top - 0.5, Math.max(2, width) + 1, height + 1);
  }
  context.globalAlpha = 1;
}

/** A handler without its plugin: the lane says whose it is. */
function short(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && dot < name.length - 1 && !name.includes(' ') ? name.slice(dot + 1) : name;
}

function hatch(context: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, colour: string): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.globalAlpha *= 0.55;
  context.lineWidth = 1.5;
  context.beginPath();
  const step = width > 2000 ? 12 : 6;
  for (let at = x - height; at < x + width; at += step) {
    context.moveTo(at, y + height);
    context.lineTo(at + height, y);
  }
  context.stroke();
  context.restore();
}

const GLYPHS = ['✗', '◇', '▴', '✗'];

function marks(
  context: CanvasRenderingContext2D,
  lanes: Lanes,
  boxes: LaneBox[],
  view: View,
  x: (nanos: number) => number,
  colours: Colours,
): void {
  const open = new Map(boxes.map((box) => [box.index, box]));
  const taken = new Map<number, number>();
  context.textAlign = 'center';
  lanes.marks.at.forEach((at, mark) => {
    const box = open.get(lanes.marks.lane[mark] ?? -1);
    const place = x(at);
    if (!box || place < view.left || place > view.left + view.width) {
      return;
    }
    const y = box.marksTop - view.scroll + STRIP / 2;
    if (y < 0 || y > view.height) {
      return;
    }
    const kind = lanes.marks.kind[mark] ?? 0;
    const key = box.index * 4 + kind;
    if (place - (taken.get(key) ?? -99) < 7) {
      return;
    }
    taken.set(key, place);
    context.fillStyle = kind === 0 || kind === 3 ? colours.err : kind === 1 ? colours.accent : colours.soft;
    context.fillText(GLYPHS[kind] ?? '·', place, y);
  });
  context.textAlign = 'start';
}

function links(
  context: CanvasRenderingContext2D,
  lanes: Lanes,
  places: Map<number, [number, number]>,
  x: (nanos: number) => number,
  colours: Colours,
  view: View,
): void {
  context.strokeStyle = colours.soft;
  context.lineWidth = 1;
  context.setLineDash([3, 3]);
  lanes.links.from.forEach((from, link) => {
    const one = places.get(from);
    const other = places.get(lanes.links.to[link] ?? -1);
    if (!one || !other) {
      return;
    }
    context.beginPath();
    context.moveTo(Math.max(view.left, one[0]), one[1] + ROW - 2);
    context.lineTo(Math.max(view.left, other[0]), other[1] + 2);
    context.stroke();
  });
  context.setLineDash([]);
  void x;
}

import { useEffect, useRef } from 'preact/hooks';
import { onThemeChange } from '../../base/theme';
import type { Lanes } from '../answer';
import { coloursOf } from './colours';

interface Props {
  lanes: Lanes;
  shift: number;
  length: number;
  from: number;
  to: number;
  width: number;
  look(from: number, to: number): void;
}

const HEIGHT = 28;

/** The whole extent, how busy it was, and which stretch of it is looked at. */
export function Overview({ lanes, shift, length, from, to, width, look }: Props) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<number | undefined>(undefined);
  const busy = useRef<{ of: Lanes; width: number; parts: Float64Array } | undefined>(undefined);
  useEffect(() => {
    const draw = () => {
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context || width === 0) {
        return;
      }
      // Where only a part is loaded, the rest stays as it was known.
      if (!busy.current || busy.current.width !== width || (busy.current.of !== lanes && shift === 0)) {
        busy.current = { of: lanes, width, parts: partsOf(lanes, shift, length, width) };
      }
      const density = window.devicePixelRatio || 1;
      canvas.current.width = Math.round(width * density);
      canvas.current.height = Math.round(HEIGHT * density);
      context.scale(density, density);
      const colours = coloursOf(canvas.current);
      context.fillStyle = colours.raise;
      context.fillRect(0, 0, width, HEIGHT);
      const most = busy.current.parts.reduce((one, other) => Math.max(one, other), 1e-9);
      context.fillStyle = colours.kinds[3] ?? colours.line;
      busy.current.parts.forEach((part, x) => {
        const high = part === 0 ? 0 : Math.max(1.5, (HEIGHT - 4) * Math.sqrt(part / most));
        context.fillRect(x, HEIGHT - high, 1, high);
      });
    };
    draw();
    return onThemeChange(draw);
  }, [lanes, width, length]);
  const jump = (x: number) => {
    const wide = to - from;
    const middle = (x / Math.max(1, width)) * length;
    look(middle - wide / 2, middle + wide / 2);
  };
  const left = (from / length) * width;
  const wide = Math.max(3, ((to - from) / length) * width);
  return (
    <div
      ref={holder}
      class="lanes-overview"
      aria-hidden="true"
      style={{ width: `${width}px`, height: `${HEIGHT}px` }}
      onPointerDown={(event) => {
        holder.current?.setPointerCapture(event.pointerId);
        held.current = event.offsetX;
        jump(event.offsetX);
      }}
      onPointerMove={(event) => held.current !== undefined && jump(event.offsetX)}
      onPointerUp={() => (held.current = undefined)}
    >
      <canvas ref={canvas} style={{ width: `${width}px`, height: `${HEIGHT}px` }} />
      <i style={{ width: `${wide}px`, transform: `translateX(${left}px)` }} />
    </div>
  );
}

/** How long something ran in each pixel, the topmost bars alone. */
function partsOf(lanes: Lanes, shift: number, length: number, width: number): Float64Array {
  const parts = new Float64Array(width);
  const perPixel = length / width;
  lanes.bars.parent.forEach((parent, bar) => {
    if (parent >= 0 || (lanes.bars.kind[bar] ?? 0) === 7) {
      return;
    }
    const start = ((lanes.bars.start[bar] ?? 0) + shift) / perPixel;
    const end = start + Math.max(0, lanes.bars.duration[bar] ?? 0) / perPixel;
    const density = Math.max(0.02, Math.min(1, (lanes.bars.busy[bar] ?? 0) / Math.max(1, lanes.bars.duration[bar] ?? 1)));
    for (let x = Math.max(0, Math.floor(start)); x < width && x <= end; x++) {
      parts[x] = (parts[x] ?? 0) + Math.max(0.05, Math.min(x + 1, end) - Math.max(x, start)) * density;
    }
  });
  return parts;
}

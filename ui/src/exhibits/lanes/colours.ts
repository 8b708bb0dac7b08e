/** The colours of the theme that is shown, as a canvas needs them. */
import type { Inks } from './raster';

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
  /** The same as pixels. */
  inks: Inks;
}

const TOKENS = ['ink', 'soft', 'line', 'hair', 'panel', 'raise', 'accent', 'err', 'warn', 'mark'] as const;
const KINDS = 9;
const HATCHING = 0.55;

let known: { theme: string; colours: Colours } | undefined;
let system: MediaQueryList | undefined;

/** Asked for with each frame, so they are read once for each theme: reading makes the browser work out styles anew. */
export function coloursOf(canvas: HTMLCanvasElement): Colours {
  system ??= matchMedia('(prefers-color-scheme: dark)');
  const theme = `${document.documentElement.dataset.theme ?? ''} ${system.matches}`;
  if (known?.theme !== theme) {
    known = { theme, colours: read(canvas) };
  }
  return known.colours;
}

function read(canvas: HTMLCanvasElement): Colours {
  const probe = document.createElement('i');
  canvas.after(probe);
  const tokenOf = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const plain = Object.fromEntries(TOKENS.map((token) => [token, tokenOf(token)])) as Record<(typeof TOKENS)[number], string>;
  const kinds = Array.from({ length: KINDS }, (_, kind) => tokenOf(`k${kind}`));
  probe.remove();
  return { ...plain, kinds, inks: inksOf(plain, kinds) };
}

/** What a canvas makes of colours, whatever way they are written. */
function inksOf(plain: { ink: string; err: string; warn: string; panel: string }, kinds: string[]): Inks {
  const one = document.createElement('canvas');
  one.width = 1;
  one.height = 1;
  const context = one.getContext('2d', { willReadFrequently: true });
  const pixelOf = (colour: string, over = '') => {
    if (!context) {
      return 0;
    }
    context.globalAlpha = 1;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    if (over !== '') {
      context.globalAlpha = HATCHING;
      context.fillStyle = over;
      context.fillRect(0, 0, 1, 1);
    }
    return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
  };
  return {
    kinds: Uint32Array.from(kinds, (kind) => pixelOf(kind)),
    hatched: Uint32Array.from(kinds, (kind) => pixelOf(kind, plain.panel)),
    ink: pixelOf(plain.ink),
    err: pixelOf(plain.err),
    warn: pixelOf(plain.warn),
  };
}

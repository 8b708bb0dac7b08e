/** The colours of the theme that is shown, as a canvas needs them. */
import type { Colours } from './paint';

const TOKENS = ['ink', 'soft', 'line', 'hair', 'panel', 'raise', 'accent', 'err', 'warn', 'mark'] as const;

let known: { theme: string; colours: Colours } | undefined;

/** Asked for with each frame, so they are read once for each theme: reading makes the browser work out styles anew. */
export function coloursOf(canvas: HTMLCanvasElement): Colours {
  const theme = `${document.documentElement.dataset.theme ?? ''} ${matchMedia('(prefers-color-scheme: dark)').matches}`;
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
  const kinds = Array.from({ length: 9 }, (_, kind) => tokenOf(`k${kind}`));
  probe.remove();
  return { ...plain, kinds };
}

/** The colours of the theme that is shown, as a canvas needs them. */
import type { Colours } from './paint';

const TOKENS = ['ink', 'soft', 'line', 'hair', 'panel', 'raise', 'accent', 'err', 'warn', 'mark'] as const;

export function coloursOf(canvas: HTMLCanvasElement): Colours {
  const probe = document.createElement('i');
  canvas.after(probe);
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const plain = Object.fromEntries(TOKENS.map((token) => [token, read(token)])) as Record<(typeof TOKENS)[number], string>;
  const kinds = Array.from({ length: 9 }, (_, kind) => read(`k${kind}`));
  probe.remove();
  return { ...plain, kinds };
}

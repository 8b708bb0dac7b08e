/** The part of many rows that is drawn. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The height of each row where only some are drawn, in pixels; the style sheet holds them to it. */
export const ROW_HEIGHT = 26;

/** Rows drawn above and below those that are seen. */
const MARGIN = 20;

/** The first row that is drawn and the one after the last. */
export function windowOf(scrolled: number, height: number, size: number): [number, number] {
  const first = Math.floor(scrolled / ROW_HEIGHT);
  const from = Math.max(0, Math.min(first, size) - MARGIN);
  // In steps, so that scrolling by one row seldom draws anything anew.
  const start = from - (from % 10);
  return [start, Math.min(size, first + Math.ceil(height / ROW_HEIGHT) + MARGIN + 10)];
}

/** Follows what is seen of so many rows. */
export function useWindow(scroller: RefObject<HTMLElement | null>, size: number, windowed: boolean): [number, number] {
  const [seen, setSeen] = useState<[number, number]>([0, 60]);
  useEffect(() => {
    const element = scroller.current;
    if (!windowed || !element) {
      return;
    }
    const look = () => {
      const next = windowOf(element.scrollTop, element.clientHeight, size);
      setSeen((now) => (now[0] === next[0] && now[1] === next[1] ? now : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, [size, windowed]);
  return [Math.min(seen[0], size), Math.min(seen[1], size)];
}

/** Whether the page is being printed, when everything has to be drawn. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => setPrinting(true);
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

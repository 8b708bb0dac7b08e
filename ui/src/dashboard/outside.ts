/** Where a line of code can be opened outside of this page: in an editor, or at the host of its repository. */
import type { CodePlace } from '../exhibits/answer';

export interface Checkout {
  checkout: string;
  root: string;
  commit: string;
  /** Where the host shows a file, with places in braces; empty where that is not known. */
  pages: string;
  there: boolean;
}

export interface Way {
  words: string;
  href: string;
}

function encoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The ways out to a line, nearest first. */
export function waysOut(place: CodePlace, checkouts: Checkout[]): Way[] {
  const ways: Way[] = [];
  const known = checkouts.filter(({ checkout }) => checkout === place.checkout);
  const here = known.find(({ there }) => there);
  if (here) {
    const file = `${here.root.replaceAll('\\', '/').replace(/\/$/, '')}/${place.path}`;
    ways.push({ words: 'VS Code', href: `vscode://file${file.startsWith('/') ? '' : '/'}${encoded(file)}:${place.line}` });
    ways.push({ words: 'IntelliJ IDEA', href: `idea://open?file=${encodeURIComponent(file)}&line=${place.line}` });
  }
  const hosted = known.find(({ pages }) => pages !== '');
  const commit = place.commit ?? hosted?.commit ?? '';
  if (hosted && commit !== '' && hosted.pages.startsWith('https://')) {
    const href = hosted.pages
      .replace('{commit}', encodeURIComponent(commit))
      .replace('{path}', encoded(place.path))
      .replace('{line}', String(place.line))
      .replace('{endLine}', String(Math.max(place.line, place.endLine)));
    ways.push({ words: new URL(hosted.pages.replaceAll(/[{}]/g, '')).hostname, href });
  }
  return ways;
}

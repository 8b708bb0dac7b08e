/** Light and dark: what the system prefers, or what the reader chose. */

export type Theme = 'system' | 'light' | 'dark';

const KEY = 'backbeat.theme';
const ORDER: Theme[] = ['system', 'light', 'dark'];

/** What the reader chose, here or on an earlier page. */
export function chosenTheme(): Theme {
  const chosen = document.documentElement.dataset.theme ?? stored();
  return ORDER.find((theme) => theme === chosen) ?? 'system';
}

/** Shows a theme and remembers it where the browser allows. */
export function applyTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = theme;
  }
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // A file may not be allowed to remember anything.
  }
  root.dispatchEvent(new Event('themechange'));
}

export function nextTheme(theme: Theme): Theme {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? 'system';
}

/** Calls when the colours change, for what draws them itself. */
export function onThemeChange(call: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  system.addEventListener('change', call);
  root.addEventListener('themechange', call);
  return () => {
    system.removeEventListener('change', call);
    root.removeEventListener('themechange', call);
  };
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

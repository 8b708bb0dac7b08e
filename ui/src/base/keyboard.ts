/** Keys that hold on the whole page. */

/** Calls for keys that are pressed alone and outside of a field; `Escape` counts everywhere. */
export function onKeys(keys: Record<string, () => void>): () => void {
  const listen = (event: KeyboardEvent) => {
    const call = keys[event.key];
    const typing = event.target instanceof Element && event.target.matches('input, textarea, select');
    const alone = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (call && alone && (!typing || event.key === 'Escape')) {
      event.preventDefault();
      call();
    }
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}

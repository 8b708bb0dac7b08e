import { useEffect, useRef } from 'preact/hooks';
import { GROUPS, HOME } from './pages';

/** The keys there are. */
export function Keys({ close }: { close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const entries = [HOME, ...GROUPS.flatMap((group) => group.entries)];
  return (
    <dialog ref={dialog} class="keys" aria-labelledby="keys-title" onClose={close}>
      <h2 id="keys-title">Keys</h2>
      <div class="keys-lists">
        <dl>
          {entries.map(({ words, key }) => (
            <div key={key}>
              <dt>
                <kbd>g</kbd> <kbd>{key}</kbd>
              </dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
        <dl>
          <div>
            <dt>
              <kbd>/</kbd>
            </dt>
            <dd>find anything by its name</dd>
          </div>
          <div>
            <dt>
              <kbd>j</kbd> <kbd>k</kbd>
            </dt>
            <dd>next and previous row</dd>
          </div>
          <div>
            <dt>
              <kbd>Enter</kbd>
            </dt>
            <dd>open it</dd>
          </div>
          <div>
            <dt>
              <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd>
            </dt>
            <dd>walk through a heatmap</dd>
          </div>
          <div>
            <dt>
              <kbd>Esc</kbd>
            </dt>
            <dd>close what lies beside the page</dd>
          </div>
          <div>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>these keys</dd>
          </div>
        </dl>
      </div>
      <form method="dialog">
        <button type="submit" class="quiet">
          close
        </button>
      </form>
    </dialog>
  );
}

import type { ComponentChildren } from 'preact';
import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Answer } from '../exhibits/answer';
import { Frame } from '../exhibits/Frame';
import type { Asked, Trouble } from './asked';

/** While the first answer is on its way: the room it will take. */
export function Waiting({ title, rows = 4 }: { title: string; rows?: number }) {
  return (
    <Frame kind="waiting" title={title}>
      <div role="status" aria-label={`asking: ${title}`}>
        {Array.from({ length: rows }, (_, row) => (
          <i key={row} class="bone" style={{ width: `${92 - ((row * 17) % 40)}%` }} />
        ))}
      </div>
    </Frame>
  );
}

/** Why there is no answer, and what to do. */
export function Failed({ title, trouble }: { title: string; trouble: Trouble }) {
  const code = [trouble.status > 0 ? String(trouble.status) : '', trouble.code].filter(Boolean).join(' ');
  return (
    <Frame kind="failed" title={title}>
      <p role="alert">
        {code !== '' && <span class="mono code-of">{visible(code)}</span>} <Words text={trouble.message} />
      </p>
      {trouble.hint !== '' && (
        <p class="soft">
          <Words text={trouble.hint} />
        </p>
      )}
    </Frame>
  );
}

interface Props<T> {
  title: string;
  asked: Asked<T>;
  rows?: number;
  children(data: T): ComponentChildren;
}

/** What was answered, or what became of the question. An old answer stays while it is asked anew. */
export function Told<T = Answer>({ title, asked, rows, children }: Props<T>) {
  if (asked.data !== undefined) {
    return <>{children(asked.data)}</>;
  }
  return asked.trouble && !(asked.asking && asked.trouble.status === 0) ? (
    <Failed title={title} trouble={asked.trouble} />
  ) : (
    <Waiting title={title} {...(rows === undefined ? {} : { rows })} />
  );
}

/** How to begin. */
export function Beginning() {
  return (
    <section class="exhibit beginning" aria-labelledby="beginning">
      <h1 id="beginning">Nothing is in the store yet</h1>
      <p>Send lines of a log. They are on this page a second later:</p>
      <pre tabIndex={0}>{`curl --data-binary @path/to/a.log -H 'Content-Type: text/plain' '${location.origin}/api/ingest?source=shop'`}</pre>
      <p>
        Or stop the server and read what you have: <code class="word">backbeat analyze &lt;logs&gt; --code &lt;checkout&gt;</code>. With
        the code every number leads to its source line.
      </p>
      <p class="soft">
        A page may send its console's lines there too, where <code>--allow-origin</code> names it.
      </p>
    </section>
  );
}

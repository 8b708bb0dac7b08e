import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Words } from '../base/Words';

interface Props {
  kind: string;
  title: string;
  /** What else stands beside the title, in words. */
  aside?: ComponentChildren;
  /** What can be done with it, at the right. */
  tools?: ComponentChildren;
  children: ComponentChildren;
}

let frames = 0;

/** The frame of an exhibit: its title, what can be done with it, and itself. */
export function Frame({ kind, title, aside, tools, children }: Props) {
  // Counted, since Preact's own ids can meet when a page that is shown gets other exhibits.
  const [id] = useState(() => `frame-${(frames += 1)}`);
  const named = title !== '';
  return (
    <section class={`exhibit ${kind}`} {...(named ? { 'aria-labelledby': id } : { 'aria-label': kind })}>
      {(named || aside || tools) && (
        <header>
          <h2 id={id}>{named ? <Words text={title} /> : <span class="unseen">{kind}</span>}</h2>
          {aside && <span class="aside">{aside}</span>}
          {tools && <span class="tools">{tools}</span>}
        </header>
      )}
      {children}
    </section>
  );
}

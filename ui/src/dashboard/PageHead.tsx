import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { shortened } from '../base/shortened';
import { visible } from '../base/visible';

let before = '';

interface Props {
  /** What kind of thing it is, where the title does not say. */
  kind?: string;
  title: string;
  question?: string;
  children?: ComponentChildren;
}

/** The head of a page: its title, which takes the focus when the page is turned, and the question that it answers. */
export function PageHead({ kind, title, question, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${shortened(visible(title))} · Backbeat`;
    const page = location.pathname;
    if (before !== '' && before !== page && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
    before = page;
  }, [title]);
  return (
    <div class="page-head">
      <div>
        {kind && <span class="kind">{kind}</span>}
        <h1 ref={heading} tabIndex={-1}>
          {shortened(visible(title))}
        </h1>
        {question && <p>{shortened(question)}</p>}
      </div>
      {children && <div class="page-tools">{children}</div>}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import type { Reference } from './answer';
import { firstDoor, wordsOf, type Doors } from './references';

interface Props {
  references: Reference[] | undefined;
  doors: Doors;
  /** Whether it is one of many to the same: it looks like a figure, and the keyboard passes over it. */
  quiet?: boolean;
  children: ComponentChildren;
}

/** What is shown of something that may lead further: a link where the page can show more, else words with a title. */
export function Door({ references, doors, quiet = false, children }: Props) {
  const reference = firstDoor(references, doors);
  const href = reference && doors.href(reference);
  if (reference && href !== undefined) {
    const open = (event: MouseEvent) => {
      if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        doors.navigate(reference);
      }
    };
    return (
      <a href={href} title={wordsOf(reference)} onClick={open} {...(quiet ? { class: 'quiet-door', tabIndex: -1 } : {})}>
        {children}
      </a>
    );
  }
  const nearest = references?.[0];
  return nearest ? <span title={wordsOf(nearest)}>{children}</span> : <>{children}</>;
}

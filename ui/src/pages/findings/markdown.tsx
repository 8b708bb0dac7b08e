/** Pages of rules: headings, paragraphs, lists and listings of Markdown as elements. Nothing of it is ever HTML. */
import type { ComponentChildren } from 'preact';
import { visible } from '../../base/visible';

export type Part = { kind: 'head' | 'paragraph' | 'item'; text: string } | { kind: 'listing'; text: string };

/** The parts of a page, without its first heading. */
export function partsOf(markdown: string): Part[] {
  const parts: Part[] = [];
  let open: Part | undefined;
  let listing: string[] | undefined;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) {
      if (listing) {
        parts.push({ kind: 'listing', text: listing.join('\n') });
        listing = undefined;
      } else {
        listing = [];
      }
      open = undefined;
    } else if (listing) {
      listing.push(line);
    } else if (line.trim() === '') {
      open = undefined;
    } else if (/^#+ /.test(line)) {
      parts.push({ kind: 'head', text: line.replace(/^#+ /, '') });
      open = undefined;
    } else if (/^[-*] /.test(line)) {
      open = { kind: 'item', text: line.slice(2) };
      parts.push(open);
    } else if (open) {
      open.text += ` ${line.trim()}`;
    } else {
      open = { kind: 'paragraph', text: line.trim() };
      parts.push(open);
    }
  }
  if (listing) {
    parts.push({ kind: 'listing', text: listing.join('\n') });
  }
  return parts[0]?.kind === 'head' ? parts.slice(1) : parts;
}

/** Text with what stands in backticks as code, between two stars strong; of links only their words. */
export function inline(text: string): ComponentChildren[] {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .split(/(`[^`]*`|\*\*[^*]+\*\*)/)
    .filter((piece) => piece !== '')
    .map((piece, index) =>
      piece.startsWith('`') ? (
        <code key={index} class="word">
          {visible(piece.slice(1, -1))}
        </code>
      ) : piece.startsWith('**') ? (
        <b key={index}>{visible(piece.slice(2, -2))}</b>
      ) : (
        visible(piece)
      ),
    );
}

export function Markdown({ text }: { text: string }) {
  return (
    <div class="markdown">
      {partsOf(text).map((part, index) => {
        switch (part.kind) {
          case 'head':
            return <h3 key={index}>{inline(part.text)}</h3>;
          case 'listing':
            return <pre key={index}>{visible(part.text.replaceAll('\n', '\u0000')).replaceAll('␀', '\n')}</pre>;
          case 'item':
            return (
              <p key={index} class="item">
                {inline(part.text)}
              </p>
            );
          default:
            return <p key={index}>{inline(part.text)}</p>;
        }
      })}
    </div>
  );
}

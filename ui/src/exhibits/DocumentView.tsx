import { visible } from '../base/visible';
import { Words } from '../base/Words';
import type { Document, Listing } from './answer';
import { Frame } from './Frame';

/** Words and excerpts of code or of a log. */
export function DocumentView({ document }: { document: Document }) {
  return (
    <Frame kind="document" title={document.title}>
      {document.blocks.map((block, index) =>
        block.kind === 'paragraph' ? (
          <p key={index}>
            <Words text={block.text} />
          </p>
        ) : (
          <ListingView key={index} listing={block} title={document.title} />
        ),
      )}
    </Frame>
  );
}

const TAB = '    ';

function ListingView({ listing, title }: { listing: Listing; title: string }) {
  const { firstLine, lines, marked, language, place } = listing;
  const digits = String(firstLine + lines.length).length;
  return (
    <figure class="listing">
      {(place !== title || language !== 'log') && (
        <figcaption>
          {place !== title && <span class="mono">{visible(place)}</span>} <span class="language">{visible(language)}</span>
        </figcaption>
      )}
      <ol style={{ '--digits': `${digits}ch` }}>
        {lines.map((line, index) => {
          const number = firstLine + index;
          return (
            <li key={number} value={number} {...(number === marked ? { class: 'marked', 'aria-current': 'true' } : {})}>
              <span class="number" aria-hidden="true">
                {number}
              </span>
              <code>{visible(line.replaceAll('\t', TAB))}</code>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}

import { visible } from './visible';

/** A sentence; what stands in backticks is code. */
export function Words({ text }: { text: string }) {
  const parts = visible(text).split('`');
  if (parts.length % 2 === 0) {
    return <>{visible(text)}</>;
  }
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <code key={index} class="word">
            {part}
          </code>
        ) : (
          part
        ),
      )}
    </>
  );
}

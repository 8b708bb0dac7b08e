// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, test, vi } from 'vitest';
import { useAnswer, useEarlier } from './asked';

afterEach(() => vi.unstubAllGlobals());

function Shown() {
  const asked = useAnswer<{ n: number }>('/api/slow');
  const earlier = useEarlier();
  return <p>{`${asked.data?.n ?? 'none'} ${earlier === undefined ? 'now' : 'earlier'}`}</p>;
}

test('an earlier answer is shown at once, and the present one as soon as it is there', async () => {
  const asked: (string | null)[] = [];
  let finish: () => void = () => undefined;
  const worked = new Promise<void>((done) => (finish = done));
  vi.stubGlobal('fetch', async (_: string, { headers }: { headers: Record<string, string> }) => {
    const said = headers['cache-control'] ?? null;
    asked.push(said);
    if (said === null) {
      await worked;
      return new Response('{"n": 2}', { headers: { etag: '"now-1"' } });
    }
    return new Response('{"n": 1}', { headers: { etag: '"earlier-5"', age: '120' } });
  });
  const place = document.createElement('div');
  render(<Shown />, place);
  await vi.waitFor(() => expect(place.textContent).toBe('1 earlier'));
  await vi.waitFor(() => expect(asked).toEqual(['max-stale', null]));
  finish();
  await vi.waitFor(() => expect(place.textContent).toBe('2 now'));
  expect(asked).toEqual(['max-stale', null]);
});

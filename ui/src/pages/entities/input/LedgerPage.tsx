import { useAnswer } from '../../../dashboard/asked';
import { doorsOf } from '../../../dashboard/doors';
import { PageHead } from '../../../dashboard/PageHead';
import type { PageProps } from '../../../dashboard/Page';
import { changed } from '../../../dashboard/route';
import { asking } from '../../../dashboard/scope';
import { Told } from '../../../dashboard/States';
import { ExhibitView } from '../../../exhibits/ExhibitView';

const MOST = 1_000;

/** What became of every line, of all inputs or of one. */
export default function LedgerPage({ where }: PageProps) {
  const input = where.query.get('input') ?? '';
  const asked = useAnswer(asking('ledger', {}, { input, limit: MOST }));
  const doors = doorsOf(where);
  return (
    <>
      <PageHead title={input === '' ? 'Ledger' : `Ledger of input ${input}`} question="What became of every line?">
        {input !== '' && <a href={changed(where, { input: '', peek: '' })}>all inputs</a>}
      </PageHead>
      <Told title="ledger" asked={asked} rows={10}>
        {(answer) => (
          <div class="stack">
            {answer.exhibits.map((one, index) => (
              <ExhibitView key={index} exhibit={one} doors={doors} />
            ))}
          </div>
        )}
      </Told>
    </>
  );
}

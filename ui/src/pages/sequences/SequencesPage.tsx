import { useAnswer } from '../../dashboard/asked';
import { doorsOf } from '../../dashboard/doors';
import { cellAt, exhibit, plainOf, withColumns } from '../../dashboard/find';
import { analysis } from '../../dashboard/findings';
import { PageHead } from '../../dashboard/PageHead';
import type { PageProps } from '../../dashboard/Page';
import { scopeOf } from '../../dashboard/scope';
import { Told } from '../../dashboard/States';
import type { Cell, Table } from '../../exhibits/answer';
import { TableView } from '../../exhibits/TableView';

/** What fits beside each other; the page on performance has the rest. */
const SHOWN = ['sequence', 'build', 'runs', 'fitness', 'variants', 'time', 'queue', 'handlers', 'in beats', 'between', 'overhead', 'open', 'slowest'];

const UNKNOWN: Cell = { value: { kind: 'unknown' } };

/** Every sequence that ran, with how its time divides and how well it fits its documents. */
export default function SequencesPage({ where }: PageProps) {
  const scope = scopeOf(where);
  const doors = doorsOf(where);
  const names = useAnswer('/api/scope');
  const profile = useAnswer(analysis('profile', scope));
  const conformance = useAnswer(analysis('conformance', scope));
  return (
    <>
      <PageHead title="Sequences" question="What runs, how long, and as documented?" />
      <Told title="sequences" asked={profile} rows={12}>
        {(answer) => {
          const times = exhibit(answer, 'table', 'sequences');
          const fits = exhibit(conformance.data, 'table', 'sequences');
          const known = exhibit(names.data, 'table', 'sequences');
          return times ? <TableView table={withColumns(joined(times, fits, known), SHOWN, times.title)} doors={doors} /> : null;
        }}
      </Told>
    </>
  );
}

/** The same rows with their fitness; sequences that the first table leaves out follow with what is known of them. */
function joined(times: Table, fits: Table | undefined, known: Table | undefined): Table {
  const fitness = new Map((fits?.rows ?? []).map((row) => [plainOf(row[0]), row]));
  const more: Table['columns'] = [
    { title: 'fitness', kind: 'number', note: '' },
    { title: 'variants', kind: 'number', note: '' },
  ];
  const add = (name: string): Cell[] => {
    const row = fitness.get(name);
    return fits && row ? [cellAt(fits, row, 'fitness') ?? UNKNOWN, cellAt(fits, row, 'variants') ?? UNKNOWN] : [UNKNOWN, UNKNOWN];
  };
  const rows = times.rows.map((row) => [...row.slice(0, 2), ...add(plainOf(row[0])), ...row.slice(2)]);
  const there = new Set(times.rows.map((row) => plainOf(row[0])));
  for (const row of known?.rows ?? []) {
    const name = plainOf(row[0]);
    if (known && !there.has(name) && times.rows.length < times.total) {
      const runs = cellAt(known, row, 'executions') ?? UNKNOWN;
      rows.push([row[0] ?? UNKNOWN, runs, ...add(name), ...times.columns.slice(2).map(() => UNKNOWN)]);
    }
  }
  return {
    ...times,
    columns: [...times.columns.slice(0, 2), ...more, ...times.columns.slice(2)],
    rows,
    total: rows.length,
  };
}

/** How often functions ran, as rows. */
import type { Cell, Coverage, Table } from './answer';

export function functionsOf(coverage: Coverage): Table {
  const { title, files, whenEmpty } = coverage;
  const rows = files.flatMap(({ path, functions }) =>
    functions.map(({ name, line, runs }): Cell[] => [
      name,
      { value: { kind: 'code', text: `${path}:${line}` } },
      { value: { kind: 'count', count: runs } },
    ]),
  );
  const columns: Table['columns'] = [
    { title: 'function', kind: 'text', note: '' },
    { title: 'where', kind: 'text', note: '' },
    { title: 'runs', kind: 'number', note: '' },
  ];
  return { kind: 'table', title, columns, rows, total: rows.length, whenEmpty };
}

/** A graph as rows, until a page draws it: the ways, most taken first. */
import type { Cell, Graph, Table } from './answer';

export function rowsOf(graph: Graph): Table {
  const { title, nodes, edges, whenEmpty } = graph;
  const nothing: Cell = { value: { kind: 'unknown' } };
  const rows = edges.map(({ from, to, count }) => {
    const source = nodes[from];
    const left = Number(source?.count ?? 0);
    const share: Cell =
      left > 0 ? { value: { kind: 'share', millionths: Math.round((Number(count) * 1e6) / left) } } : nothing;
    return [source?.name ?? nothing, nodes[to]?.name ?? nothing, { value: { kind: 'count', count } } as Cell, share];
  });
  const columns: Table['columns'] = [
    { title: 'from', kind: 'text', note: '' },
    { title: 'to', kind: 'text', note: '' },
    { title: 'times', kind: 'number', note: '' },
    { title: 'share', kind: 'number', note: 'of all that leave `from`' },
  ];
  return { kind: 'table', title, columns, rows, total: rows.length, whenEmpty };
}

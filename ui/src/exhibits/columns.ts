/** Bars and nodes as rows, for whoever would rather read them. */
import { visible } from '../base/visible';
import type { Cell, Lanes, Table, Tree, Value } from './answer';
import { textOf } from './values';

const KINDS = ['execution', 'movement', 'beat', 'handler', 'beyond its beat', 'in the queue', 'waiting', 'silence', 'mount'];
const NOTHING: Cell = { value: { kind: 'unknown' } };

/** A row for each bar. */
export function barsOf(lanes: Lanes): Table {
  const { bars, names, title, whenEmpty } = lanes;
  const from = BigInt(lanes.fromNanos);
  const rows = bars.lane.map((lane, bar): Cell[] => {
    const start = bars.start[bar] ?? 0;
    const duration = bars.duration[bar] ?? -1;
    return [
      lanes.lanes[lane]?.name ?? NOTHING,
      text(KINDS[bars.kind[bar] ?? 0] ?? '?'),
      names[bars.name[bar] ?? 0] ?? NOTHING,
      from > 0n ? cell({ kind: 'instant', nanos: String(from + BigInt(start)) }) : cell({ kind: 'duration', nanos: start }),
      duration < 0 ? NOTHING : cell({ kind: 'duration', nanos: duration }),
      cell({ kind: 'count', count: bars.count[bar] ?? 1 }),
    ];
  });
  const columns: Table['columns'] = [
    { title: 'lane', kind: 'text', note: '' },
    { title: 'kind', kind: 'text', note: '' },
    { title: 'what', kind: 'text', note: '' },
    { title: 'began', kind: 'text', note: '' },
    { title: 'took', kind: 'number', note: '' },
    { title: 'runs', kind: 'number', note: '' },
  ];
  return { kind: 'table', title, columns, rows, total: rows.length, whenEmpty };
}

/** A row for each node, named by the whole way that leads to it. */
export function nodesOf(tree: Tree): Table {
  const { nodes, names, quantity, title, whenEmpty } = tree;
  const figure = (value: number): Cell =>
    cell(quantity === 'duration' ? { kind: 'duration', nanos: value } : { kind: 'count', count: value });
  const ways: string[] = [];
  const rows = nodes.parent.map((parent, node): Cell[] => {
    const name = names[nodes.name[node] ?? 0] ?? NOTHING;
    const above = ways[parent];
    ways[node] = (above === undefined ? '' : `${above} › `) + visible(textOf(name.value));
    return [
      { ...name, value: { kind: 'text', text: ways[node] } },
      text(nodes.kind[node] ?? ''),
      figure(nodes.total[node] ?? 0),
      figure(nodes.self[node] ?? 0),
      cell({ kind: 'count', count: nodes.count[node] ?? 0 }),
    ];
  });
  const columns: Table['columns'] = [
    { title: 'way', kind: 'text', note: '' },
    { title: 'kind', kind: 'text', note: '' },
    { title: 'total', kind: 'number', note: '' },
    { title: 'self', kind: 'number', note: '' },
    { title: 'runs', kind: 'number', note: '' },
  ];
  return { kind: 'table', title, columns, rows, total: rows.length, whenEmpty };
}

function cell(value: Value): Cell {
  return { value };
}

function text(words: string): Cell {
  return { value: { kind: 'text', text: words } };
}

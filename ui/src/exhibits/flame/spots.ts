/** Time by the way that leads to it: as it is told, with equal names joined, or from the middle. */
import { visible } from '../../base/visible';
import type { Cell, Tree } from '../answer';
import { textOf } from '../values';

export interface Spot {
  /** The same for the same name of the same kind, wherever it stands. */
  key: string;
  name: string;
  kind: string;
  /** Absent of what is no node: the whole. */
  cell?: Cell;
  total: number;
  self: number;
  count: number;
  children: Spot[];
  parent?: Spot;
}

export type Order = 'time' | 'heavy';

const ROOT = '';

function whole(children: Spot[]): Spot {
  const total = sum(children, (one) => one.total);
  const root: Spot = { key: ROOT, name: 'all', kind: '', total, self: 0, count: sum(children, (one) => one.count), children };
  children.forEach((one) => {
    one.parent = root;
  });
  return root;
}

function sum(spots: Spot[], figure: (spot: Spot) => number): number {
  return spots.reduce((all, one) => all + figure(one), 0);
}

/** The nodes in the order of time, or with equal names beside each other joined and the heaviest first. */
export function spotsOf(tree: Tree, order: Order): Spot {
  const { nodes, names } = tree;
  const spots = nodes.parent.map((_, node): Spot => {
    const cell = names[nodes.name[node] ?? 0] ?? { value: { kind: 'unknown' } };
    const name = visible(textOf(cell.value));
    const kind = nodes.kind[node] ?? '';
    return {
      key: `${kind} ${name}`,
      name,
      kind,
      cell,
      total: nodes.total[node] ?? 0,
      self: nodes.self[node] ?? 0,
      count: nodes.count[node] ?? 0,
      children: [],
    };
  });
  const first: Spot[] = [];
  const inTime = spots.map((_, node) => node).sort((one, other) => (nodes.order[one] ?? 0) - (nodes.order[other] ?? 0));
  for (const node of inTime) {
    const spot = spots[node];
    const parent = spots[nodes.parent[node] ?? -1];
    if (spot) {
      (parent?.children ?? first).push(spot);
      if (parent) {
        spot.parent = parent;
      }
    }
  }
  return whole(order === 'time' ? first : joined(first));
}

/** Equal names as one, the heaviest first. */
function joined(spots: Spot[]): Spot[] {
  const known = new Map<string, { spot: Spot; below: Spot[] }>();
  for (const one of spots) {
    const same = known.get(one.key);
    if (same) {
      same.spot.total += one.total;
      same.spot.self += one.self;
      same.spot.count += one.count;
      same.below.push(...one.children);
    } else {
      const { parent: _, ...copy } = one;
      known.set(one.key, { spot: { ...copy, children: [] }, below: [...one.children] });
    }
  }
  return [...known.values()]
    .map(({ spot, below }) => {
      spot.children = joined(below);
      spot.children.forEach((child) => {
        child.parent = spot;
      });
      return spot;
    })
    .sort((one, other) => other.total - one.total);
}

/** Those that a test holds for, without those within them: nothing counts twice. */
export function topmost(root: Spot, test: (spot: Spot) => boolean): Spot[] {
  return root.children.flatMap((one) => (test(one) ? [one] : topmost(one, test)));
}

/** What a name leads to: everything below it, wherever it stands. */
export function calleesOf(root: Spot, key: string): Spot {
  return whole(joined(topmost(root, (one) => one.key === key)));
}

/** What leads to a name: the ways to it turned around, each as heavy as the name is there. */
export function callersOf(root: Spot, key: string): Spot {
  const ways = topmost(root, (one) => one.key === key).map((one) => {
    const up = (at: Spot): Spot => ({
      ...at,
      total: one.total,
      self: at.parent === undefined || at.parent.key === ROOT ? one.total : 0,
      count: one.count,
      children: at.parent === undefined || at.parent.key === ROOT ? [] : [up(at.parent)],
    });
    return up(one);
  });
  return whole(joined(ways));
}

export interface Named {
  key: string;
  name: string;
  kind: string;
  cell: Cell | undefined;
  self: number;
  total: number;
  count: number;
}

/** Each name once; what lies within itself counts once. */
export function namesOf(root: Spot): Named[] {
  const known = new Map<string, Named>();
  const visit = (spot: Spot, above: Set<string>) => {
    const { key, name, kind, cell } = spot;
    const named = known.get(key) ?? { key, name, kind, cell, self: 0, total: 0, count: 0 };
    known.set(key, named);
    named.self += spot.self;
    if (!above.has(key)) {
      named.total += spot.total;
      named.count += spot.count;
    }
    const within = new Set([...above, key]);
    spot.children.forEach((child) => visit(child, within));
  };
  root.children.forEach((child) => visit(child, new Set()));
  return [...known.values()];
}

/** The way from the whole to a spot, both with it. */
export function wayTo(spot: Spot): Spot[] {
  return spot.parent ? [...wayTo(spot.parent), spot] : [spot];
}

/** The spot that another picture of the same figures has at the same way; its nearest one above otherwise. */
export function same(root: Spot, way: Spot[]): Spot {
  let at = root;
  for (const { key } of way.slice(1)) {
    const next = at.children.find((child) => child.key === key);
    if (!next) {
      return at;
    }
    at = next;
  }
  return at;
}

export function matches(spot: Spot, sought: string): boolean {
  return sought !== '' && spot.name.toLowerCase().includes(sought.toLowerCase());
}

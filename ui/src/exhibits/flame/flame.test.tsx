// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Tree } from '../answer';
import { boxesOf, neighbour, type Box } from './boxes';
import { FlameView } from './FlameView';
import { calleesOf, callersOf, namesOf, same, spotsOf, topmost, wayTo, type Spot } from './spots';

/** Two sequences; `pay` is called by a beat of each, and `order` has the same beat twice. */
const tree: Tree = {
  kind: 'tree',
  title: 'time by sequence, beat and handler',
  quantity: 'duration',
  names: ['order', 'refund', 'charge', 'check', 'pay', 'look'].map((text) => ({ value: { kind: 'code', text } })),
  nodes: {
    //      order refund charge check charge charge pay pay look pay
    parent: [-1, -1, 0, 0, 0, 1, 2, 4, 3, 5],
    name: [0, 1, 2, 3, 2, 2, 4, 4, 5, 4],
    kind: ['sequence', 'sequence', 'beat', 'beat', 'beat', 'beat', 'handler', 'handler', 'handler', 'handler'],
    total: [110, 40, 50, 20, 30, 40, 50, 30, 20, 40],
    self: [10, 0, 0, 0, 0, 0, 50, 30, 20, 40],
    count: [4, 2, 4, 4, 4, 2, 4, 4, 4, 2],
    order: [1, 0, 1, 0, 2, 0, 0, 0, 0, 0],
  },
  whenEmpty: 'nothing ran',
};

const PAY = 'handler pay';

function words(spot: Spot): string {
  return `${spot.name} ${spot.total}${spot.children.length > 0 ? ` (${spot.children.map(words).join(', ')})` : ''}`;
}

test('nodes stand in the order of time', () => {
  const root = spotsOf(tree, 'time');
  expect(words(root)).toBe('all 150 (refund 40 (charge 40 (pay 40)), order 110 (check 20 (look 20), charge 50 (pay 50), charge 30 (pay 30)))');
});

test('left heavy joins equal names, the heaviest first, and keeps the sums', () => {
  const root = spotsOf(tree, 'heavy');
  expect(words(root)).toBe('all 150 (order 110 (charge 80 (pay 80), check 20 (look 20)), refund 40 (charge 40 (pay 40)))');
  expect(root.children[0]?.children[0]?.count).toBe(8);
  expect(wayTo(root.children[0]?.children[0] as Spot).map(({ name }) => name)).toEqual(['all', 'order', 'charge']);
});

test('movements stand between sequences and beats, in time order, left heavy and in a sandwich', () => {
  const moved: Tree = {
    ...tree,
    names: ['order', 'settle', 'gather', 'charge', 'look', 'pay'].map((text) => ({ value: { kind: 'code', text } })),
    nodes: {
      //      order gather settle look charge charge pay pay pay
      parent: [-1, 0, 0, 1, 1, 2, 3, 4, 5],
      name: [0, 2, 1, 4, 3, 3, 5, 5, 5],
      kind: ['sequence', 'movement', 'movement', 'beat', 'beat', 'beat', 'handler', 'handler', 'handler'],
      total: [60, 25, 30, 5, 20, 30, 5, 20, 30],
      self: [5, 0, 0, 0, 0, 0, 5, 20, 30],
      count: [4, 4, 3, 4, 4, 3, 4, 4, 3],
      order: [0, 0, 1, 0, 1, 0, 0, 0, 0],
    },
  };
  expect(words(spotsOf(moved, 'time'))).toBe(
    'all 60 (order 60 (gather 25 (look 5 (pay 5), charge 20 (pay 20)), settle 30 (charge 30 (pay 30))))',
  );
  const heavy = spotsOf(moved, 'heavy');
  expect(words(heavy)).toBe('all 60 (order 60 (settle 30 (charge 30 (pay 30)), gather 25 (charge 20 (pay 20), look 5 (pay 5))))');
  expect(words(callersOf(heavy, 'beat charge'))).toBe('all 50 (charge 50 (settle 30 (order 30), gather 20 (order 20)))');
  expect(words(calleesOf(heavy, 'movement gather'))).toBe('all 25 (gather 25 (charge 20 (pay 20), look 5 (pay 5)))');
});

test('a sandwich has all that leads to a name, and all that it leads to', () => {
  const root = spotsOf(tree, 'heavy');
  expect(words(callersOf(root, PAY))).toBe('all 120 (pay 120 (charge 120 (order 80, refund 40)))');
  expect(words(calleesOf(root, 'beat charge'))).toBe('all 120 (charge 120 (pay 120))');
});

test('names are told once, and what lies within itself counts once', () => {
  const names = Object.fromEntries(namesOf(spotsOf(tree, 'heavy')).map((one) => [one.key, [one.self, one.total, one.count]]));
  expect(names).toEqual({
    'sequence order': [10, 110, 4],
    'sequence refund': [0, 40, 2],
    'beat charge': [0, 120, 10],
    'beat check': [0, 20, 4],
    [PAY]: [120, 120, 10],
    'handler look': [20, 20, 4],
  });
  const within: Tree = {
    ...tree,
    nodes: { parent: [-1, 0], name: [4, 4], kind: ['handler', 'handler'], total: [10, 6], self: [4, 6], count: [1, 2], order: [0, 0] },
  };
  expect(namesOf(spotsOf(within, 'time'))[0]).toMatchObject({ self: 10, total: 10, count: 1 });
  expect(topmost(spotsOf(within, 'time'), () => true)).toHaveLength(1);
});

test('what is looked at is found again in another order', () => {
  const inTime = spotsOf(tree, 'time');
  const charge = inTime.children[1]?.children[2] as Spot;
  expect(words(same(spotsOf(tree, 'heavy'), wayTo(charge)))).toBe('charge 80 (pay 80)');
  expect(same(spotsOf({ ...tree, names: tree.names.map(() => ({ value: { kind: 'unknown' } })) }, 'time'), wayTo(charge)).name).toBe('all');
});

function drawn(boxes: Box[]): string[] {
  return boxes.map(({ spot, depth, from, width }) => `${depth} ${spot.name} ${from.toFixed(3)}+${width.toFixed(3)}`);
}

test('boxes are as wide as their figure of what is looked at', () => {
  const root = spotsOf(tree, 'heavy');
  expect(drawn(boxesOf(root)).slice(0, 4)).toEqual([
    '0 all 0.000+1.000',
    '1 order 0.000+0.733',
    '2 charge 0.000+0.533',
    '3 pay 0.000+0.533',
  ]);
  expect(drawn(boxesOf(root.children[0] as Spot))).toEqual([
    '0 all 0.000+1.000',
    '1 order 0.000+1.000',
    '2 charge 0.000+0.727',
    '3 pay 0.000+0.727',
    '2 check 0.727+0.182',
    '3 look 0.727+0.182',
  ]);
});

test('boxes too narrow to be told apart are one, with how many and how much', () => {
  const many = 500;
  const wide: Tree = {
    ...tree,
    names: [{ value: { kind: 'code', text: 'big' } }, { value: { kind: 'code', text: 'small' } }],
    nodes: {
      parent: Array.from({ length: many + 1 }, () => -1),
      name: Array.from({ length: many + 1 }, (_, node) => (node === 0 ? 0 : 1)),
      kind: Array.from({ length: many + 1 }, () => 'handler'),
      total: Array.from({ length: many + 1 }, (_, node) => (node === 0 ? 10_000 : 1)),
      self: Array.from({ length: many + 1 }, (_, node) => (node === 0 ? 10_000 : 1)),
      count: Array.from({ length: many + 1 }, () => 1),
      order: Array.from({ length: many + 1 }, (_, node) => node),
    },
  };
  const boxes = boxesOf(spotsOf(wide, 'time'));
  expect(boxes).toHaveLength(3);
  expect(boxes[2]).toMatchObject({ stands: many, total: many });
  expect(boxes.slice(1).reduce((all, one) => all + one.total, 0)).toBe(10_000 + many);
});

test('nothing took any time: nothing is divided by nothing', () => {
  const nothing: Tree = { ...tree, nodes: { ...tree.nodes, total: tree.nodes.total.map(() => 0), self: tree.nodes.self.map(() => 0) } };
  expect(boxesOf(spotsOf(nothing, 'time')).every(({ from, width }) => Number.isFinite(from) && Number.isFinite(width))).toBe(true);
});

test('arrows lead up, down to the heaviest, and along a row', () => {
  const boxes = boxesOf(spotsOf(tree, 'time'));
  const at = (index: number) => `${boxes[index]?.spot.name} ${boxes[index]?.total}`;
  const order = boxes.findIndex(({ spot }) => spot.name === 'order');
  expect(at(neighbour(boxes, order, 'ArrowDown'))).toBe('charge 50');
  expect(at(neighbour(boxes, order, 'ArrowUp'))).toBe('all 150');
  expect(at(neighbour(boxes, order, 'ArrowLeft'))).toBe('refund 40');
  expect(neighbour(boxes, order, 'ArrowRight')).toBe(order);
  expect(neighbour(boxes, 0, 'ArrowUp')).toBe(0);
  expect(neighbour([], 0, 'ArrowUp')).toBe(-1);
});

let page: HTMLElement;

beforeEach(() => {
  page = document.createElement('div');
  document.body.append(page);
});

afterEach(() => {
  render(null, page);
  page.remove();
});

function show(shown: Tree): void {
  act(() => render(<FlameView tree={shown} doors={{ href: () => undefined, navigate: vi.fn() }} />, page));
}

function press(element: Element | null | undefined, key: string): void {
  act(() => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
}

function named(selector: string, text: string): HTMLElement {
  return [...page.querySelectorAll<HTMLElement>(selector)].find((one) => one.textContent?.startsWith(text)) as HTMLElement;
}

test('a click looks closer, Esc and the way above lead back', () => {
  show(tree);
  act(() => named('.flame-box', 'order').click());
  expect(page.querySelector('.flame-way')?.textContent).toBe('all › order');
  expect(named('.flame-box', 'refund')).toBeUndefined();
  press(page.querySelector('.flame-box'), 'Escape');
  expect(page.querySelector('.flame-way')?.textContent).toBe('all');
  act(() => named('.flame-box', 'check').click());
  act(() => named('.flame-way button', 'order').click());
  expect(page.querySelector('.flame-way')?.textContent).toBe('all › order');
});

test('one box is a stop of the tab key; arrows walk', () => {
  show(tree);
  expect(page.querySelectorAll('.flame-box[tabindex="0"]')).toHaveLength(1);
  press(page.querySelector('.flame-box'), 'ArrowDown');
  expect(document.activeElement?.textContent).toBe('order');
  expect(page.querySelector('.flame-detail')?.textContent).toContain('order sequence: 110 ns (73.3 %), 10 ns of its own, 4 runs');
});

test('a search says which part it found', () => {
  show(tree);
  const input = page.querySelector('input') as HTMLInputElement;
  act(() => {
    input.value = 'CHARGE';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(page.querySelector('.flame-note')?.textContent).toBe('3 found, 80.0 % of 150 ns');
  expect(page.querySelectorAll('.flame-box.found')).toHaveLength(3);
  press(input, 'Escape');
  expect(page.querySelectorAll('.flame-box.found')).toHaveLength(0);
});

test('a sandwich begins with the heaviest name, and another one is chosen', () => {
  show(tree);
  act(() => named('button', 'sandwich').click());
  expect(page.querySelector('[aria-pressed="true"].link')?.textContent).toBe('pay');
  const groups = () => [...page.querySelectorAll('.flame')].map((one) => [...one.querySelectorAll('.flame-box')].map((box) => box.textContent));
  expect(groups()).toEqual([['pay', 'charge', 'order', 'refund'], ['pay']]);
  act(() => named('.flame-names .link', 'charge').click());
  expect(groups()).toEqual([['charge', 'order', 'refund'], ['charge', 'pay']]);
  const filter = page.querySelector('.flame-names input') as HTMLInputElement;
  act(() => {
    filter.value = 'refu';
    filter.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(page.querySelectorAll('tbody tr')).toHaveLength(1);
});

test('the table is still there, and an empty tree says why', () => {
  show(tree);
  act(() => named('button', 'as a table').click());
  expect(page.querySelectorAll('tbody tr').length).toBeGreaterThan(5);
  show({ ...tree, names: [], nodes: { parent: [], name: [], kind: [], total: [], self: [], count: [], order: [] } });
  expect(page.querySelector('.empty')?.textContent).toBe('nothing ran');
});

test('hostile names are text', () => {
  show({ ...tree, names: tree.names.map(() => ({ value: { kind: 'code', text: '<img src=x onerror=alert(1)>\u202e\u001b[31m' } })) });
  expect(page.querySelector('img')).toBeNull();
  expect(page.textContent).toContain('<img src=x');
  expect(page.textContent).not.toContain('\u202e');
});

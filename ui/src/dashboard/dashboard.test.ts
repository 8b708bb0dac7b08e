import { expect, test } from 'vitest';
import type { CodePlace, Reference } from '../exhibits/answer';
import { keyOf } from '../exhibits/references';
import { addressOf, peekOf } from './doors';
import { ranked, withColumns } from './find';
import { wordsOf } from './live';
import { waysOut } from './outside';
import { changed, hrefOf, whereOf } from './route';
import { asking, scopeOf } from './scope';

const PLACE: CodePlace = { checkout: 'shop', path: 'src/a b/#cart.ts', line: 12, endLine: 20, commit: 'f78e56ca9f' };

test('an address keeps what it is asked, and the scope comes along', () => {
  const where = whereOf('/findings', '?build=v2&sequence=cart-add&rule=CONF001');
  expect(where.page).toBe('findings');
  expect(scopeOf(where)).toEqual({ build: 'v2', sequence: 'cart-add' });
  expect(changed(where, { rule: '', severity: 'error' })).toBe('/findings?build=v2&sequence=cart-add&severity=error');
  expect(asking('executions', scopeOf(where), { limit: 5, status: '' })).toBe('/api/executions?build=v2&sequence=cart-add&limit=5');
  const handler: Reference = { kind: 'handler', handler: { plugin: 'P&Q', sequence: 's/1', handler: 'do it' } };
  const href = addressOf(handler, where);
  expect(Object.fromEntries(new URL(href, 'http://x').searchParams)).toEqual({
    build: 'v2',
    sequence: 'cart-add',
    of: 'P&Q',
    in: 's/1',
    name: 'do it',
  });
});

test('what lies beside a page is found again by its key', () => {
  const where = whereOf('/handler', '?name=x');
  const code: Reference = { kind: 'code', place: PLACE };
  const href = addressOf(code, where);
  expect(peekOf(new URL(href, 'http://x').searchParams.get('peek'))).toEqual({ kind: 'code', place: PLACE });
  expect(new URL(href, 'http://x').searchParams.get('name')).toBe('x');
  expect(peekOf(keyOf({ kind: 'place', place: { origin: { input: 4, offset: '12345678901234567' }, input: 'a.log', line: 1 } }))).toEqual({
    kind: 'place',
    input: '4',
    offset: '12345678901234567',
  });
  expect(peekOf('place/../../etc')).toBeUndefined();
  expect(peekOf('code/%E0%A4%A/x:1-2')).toBeUndefined();
});

test('the ways out lead to editors and to the host of the repository, encoded', () => {
  const checkout = {
    checkout: 'shop',
    root: '/home/me/shop',
    commit: 'aaaaaaaaaa',
    pages: 'https://github.com/me/shop/blob/{commit}/{path}#L{line}-L{endLine}',
    there: true,
  };
  expect(waysOut(PLACE, [checkout]).map(({ href }) => href)).toEqual([
    'vscode://file/home/me/shop/src/a%20b/%23cart.ts:12',
    'idea://open?file=%2Fhome%2Fme%2Fshop%2Fsrc%2Fa%20b%2F%23cart.ts&line=12',
    'https://github.com/me/shop/blob/f78e56ca9f/src/a%20b/%23cart.ts#L12-L20',
  ]);
  expect(waysOut(PLACE, [{ ...checkout, there: false, pages: 'javascript:alert(1)' }])).toEqual([]);
  expect(waysOut({ ...PLACE, checkout: 'other' }, [checkout])).toEqual([]);
});

test('findings stand once, the most severe first', () => {
  const finding = (rule: string, severity: 'error' | 'info', sentence: string, executions: number) => ({
    rule,
    severity,
    sentence,
    count: 1,
    executions,
    evidence: [] as Reference[],
    hint: '',
  });
  const answer = (...findings: ReturnType<typeof finding>[]) => ({
    schema: 1 as const,
    id: 'x',
    question: '',
    exhibits: [{ kind: 'findings' as const, title: '', findings, rules: [], whenEmpty: '' }],
  });
  const one = finding('A001', 'info', 'one', 9);
  const two = finding('A002', 'error', 'two', 1);
  const three = finding('A003', 'error', 'three', 5);
  expect(ranked([answer(one, two), undefined, answer(two, three)]).map(({ rule }) => rule)).toEqual(['A003', 'A002', 'A001']);
  const at = (offset: number) => [{ kind: 'place' as const, place: { origin: { input: 1, offset }, input: 'a.log', line: 1 } }];
  const plain = { ...one, rule: 'EXEC001', sentence: 'it failed', evidence: at(7) };
  const documented = { ...one, rule: 'CONF007', sentence: 'it failed in 1 of 2', evidence: at(7) };
  expect(ranked([answer(plain, documented)]).map(({ rule }) => rule)).toEqual(['CONF007']);
  expect(ranked([answer(plain, { ...documented, evidence: at(8) })]).map(({ rule }) => rule).sort()).toEqual(['CONF007', 'EXEC001']);
});

test('a table is cut to the columns that are wanted', () => {
  const table = withColumns(
    {
      kind: 'table',
      title: 't',
      columns: ['a', 'b', 'c'].map((title) => ({ title, kind: 'text' as const, note: '' })),
      rows: [['1', '2', '3'].map((text) => ({ value: { kind: 'text' as const, text } }))],
      total: 1,
      whenEmpty: '',
    },
    ['c', 'gone', 'a > first'],
  );
  expect(table.columns.map(({ title }) => title)).toEqual(['c', 'first']);
  expect(table.rows[0]?.map(({ value }) => (value.kind === 'text' ? value.text : ''))).toEqual(['3', '1']);
});

test('the state of the server is told in words', () => {
  const live = { state: 'live' as const, tag: 'x', toldMillis: 0, ageMillis: 0, behindMillis: -1 };
  expect(wordsOf(live)).toBe('live');
  expect(wordsOf({ ...live, behindMillis: 840 })).toBe('live, 0.8 s behind');
  expect(wordsOf(live, Date.now() - 125_000)).toBe('of 2 min ago, renewing …');
  expect(wordsOf({ ...live, state: 'gone' })).toContain('no answer');
  expect(hrefOf('', {})).toBe('/');
});

test('a set of executions is a page of them, within the scope', () => {
  const which = { sequence: null, build: 'v2', session: null, status: null, handlerOutcome: 'failed', like: ['00', '01'] };
  const handler = { plugin: 'Cart', sequence: 'cart add', handler: 'add&Item' };
  expect(addressOf({ kind: 'executions', which: { ...which, handler } }, whereOf('/', '?plugin=Cart'))).toBe(
    '/executions?plugin=Cart&build=v2&handler_plugin=Cart&handler_sequence=cart+add&handler_name=add%26Item&handler_outcome=failed&like=00%2C01',
  );
});

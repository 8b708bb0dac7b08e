import { expect, test } from 'vitest';
import { keyOf } from '../exhibits/references';
import { hrefOf, partOf, read, stepped } from './trail';

test('a step back on the way does not lengthen it', () => {
  expect(stepped([], 'a')).toEqual(['a']);
  expect(stepped(['a', 'b'], 'c')).toEqual(['a', 'b', 'c']);
  expect(stepped(['a', 'b', 'c'], 'a')).toEqual(['a']);
});

test('an address alone is a way of one step, and a state of another address does not count', () => {
  expect(read('#/a', null)).toEqual(['a']);
  expect(read('#/b', { trail: ['a', 'b'] })).toEqual(['a', 'b']);
  expect(read('#/b', { trail: ['a'] })).toEqual(['b']);
  expect(read('#/b', { trail: 'b' })).toEqual(['b']);
  expect(read('#/', { trail: [] })).toEqual([]);
  expect(read('', null)).toEqual([]);
});

test('an address holds any name', () => {
  const key = keyOf({ kind: 'handler', handler: { plugin: 'a/b', sequence: '"<#?', handler: 'ü ' } });
  expect(key).toBe('handler/a%2Fb/%22%3C%23%3F/%C3%BC%20');
  expect(read(hrefOf(key), null)).toEqual([key]);
});

test('an address within a report says its part and what is open beside it', () => {
  const key = keyOf({ kind: 'execution', execution: '0123456789abcdef' });
  expect(hrefOf(key, 'profile')).toBe('#/in/profile/execution/0123456789abcdef');
  expect(partOf(hrefOf(key, 'profile'))).toBe('profile');
  expect(read(hrefOf(key, 'profile'), null)).toEqual([key]);
  expect(partOf(hrefOf('', 'a/b'))).toBe('a/b');
  expect(read(hrefOf('', 'profile'), null)).toEqual([]);
  expect(partOf(hrefOf(key))).toBe('');
  expect(partOf('#/in/%')).toBe('');
  expect(partOf('')).toBe('');
});

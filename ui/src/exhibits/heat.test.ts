import { expect, test } from 'vitest';
import { shading } from './heat';

test('one scale goes from the lowest to the highest in even steps of the logarithm', () => {
  const { shades, limits } = shading([1, 10, 100, null, 100000, 0], 3, 'all');
  expect([...shades]).toEqual([0, 0, 1, -1, 4, -1]);
  expect(limits.map(Math.round)).toEqual([10, 100, 1000, 10000]);
});

test('each row is measured by its own median', () => {
  expect([...shading([10, 10, 30, 1000, 1000, null], 3, 'row').shades]).toEqual([0, 0, 3, 0, 0, -1]);
});

test('equal values have the lightest shade', () => {
  expect([...shading([5, 5, '5'], 3, 'all').shades]).toEqual([0, 0, 0]);
});

import { expect, test } from 'vitest';
import { visible } from './visible';

test('what would steer a reader is a visible character', () => {
  expect(visible('\u001b[2J\u0007\u009b31m\u202eevil\u2028\ta\u007f')).toBe('␛[2J␇\\u009b31m\\u202eevil\\u2028 a␡');
  expect(visible('🥁 plain <b>')).toBe('🥁 plain <b>');
});

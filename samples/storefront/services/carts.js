/**
 * The carts of all shoppers, in memory.
 *
 * @typedef {{ productId: string, name: string, unitCents: number, quantity: number }} Line
 */

/** @type {Map<string, { lines: Line[], discountPercent: number }>} */
const carts = new Map();

const coupons = new Map([
  ["SPRING10", { percent: 10 }],
  ["DRUMMER15", { percent: 15 }],
]);

export function cartOf(cartId) {
  if (!carts.has(cartId)) {
    carts.set(cartId, { lines: [], discountPercent: 0 });
  }
  return carts.get(cartId);
}

export function couponOf(code) {
  return coupons.get(code);
}

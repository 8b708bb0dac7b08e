/**
 * Numbers that look random and are the same in every recording.
 *
 * @param {number} seed
 * @returns {(below: number) => number} a whole number from 0 to below, exclusive
 */
export function dice(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/**
 * Puts products into a shopper's cart, one after the other.
 *
 * @param {{ publish: Function, quiet: Function }} shop
 * @param {string} cartId
 * @param {[string, number][]} items product ids with quantities
 * @param {string} [coupon] redeemed with the last item
 * @returns {Promise<string[]>} the request ids
 */
export async function fillCart(shop, cartId, items, coupon) {
  const requestIds = [];
  for (const [position, [productId, quantity]] of items.entries()) {
    const last = position === items.length - 1;
    requestIds.push(
      await shop.publish("cart.item.add.requested", { cartId, productId, quantity, ...(last && coupon ? { coupon } : {}) }),
    );
    await shop.quiet();
  }
  return requestIds;
}

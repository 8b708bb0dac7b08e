import { dice, fillCart } from "./shopping.js";

const QUERIES = ["metronome", "wood drum", "conducting book", "Stand", "drum  practice", "baton wood"];
const PRODUCTS = ["p-100", "p-101", "p-200", "p-300", "p-301", "p-400", "p-401"];
const COUPONS = [undefined, undefined, "SPRING10", "DRUMMER15"];
const SHOPPERS = 5;

/** Shoppers search, look, fill a cart and buy. Nothing goes wrong. */
export async function scenario(shop) {
  const roll = dice(20261122);
  for (let shopper = 1; shopper <= SHOPPERS; shopper += 1) {
    await shop.publish("catalog.search.requested", { query: QUERIES[roll(QUERIES.length)] });
    await shop.quiet();
    const products = [0, 1].map(() => PRODUCTS[roll(PRODUCTS.length)]);
    for (const productId of products) {
      await shop.publish("catalog.product.view.requested", { productId });
    }
    await shop.quiet();
    const cartId = `cart-${shopper}`;
    await fillCart(shop, cartId, products.map((productId) => [productId, 1 + roll(2)]), COUPONS[roll(COUPONS.length)]);
    await shop.publish("checkout.requested", {
      shopper: `shopper-${shopper}`,
      cartId,
      warehouse: "north",
      method: "card",
      mail: `shopper-${shopper}@mail.example`,
    });
    await shop.quiet();
  }
  await shop.publish("audit.flush.requested", { day: "2026-11-22" });
  await shop.quiet();
}

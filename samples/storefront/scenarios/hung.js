import { fillCart } from "./shopping.js";

/** Handlers that never end. The conductor reports their beats and their sequences as completed all the same. */
export async function scenario(shop) {
  await fillCart(shop, "cart-1", [["p-401", 1]]);
  await fillCart(shop, "cart-2", [["p-300", 2]]);
  await fillCart(shop, "cart-3", [["p-200", 1]]);

  // In the middle: every later handler of the same execution waits behind it for ever.
  const stuck = await shop.publish("checkout.requested", order(1, { warehouse: "silent" }));
  // Meanwhile the shop goes on: the same sequence, for other shoppers.
  await shop.publish("checkout.requested", order(2));
  await shop.quiet();
  shop.plant("never-ends", stuck, "CheckoutPlugin.reserveStock");

  // Near the end, in an execution that a handler of another execution started.
  const checkout = await shop.publish("checkout.requested", order(3, { mail: "shopper-3@tarpit.example" }));
  await shop.quiet();
  shop.plant("never-ends", shop.causedBy(checkout)[0], "NotificationPlugin.sendReceipt");

  await shop.publish("catalog.search.requested", { query: "drum" });
  await shop.quiet();
}

function order(shopper, differences = {}) {
  return {
    shopper: `shopper-${shopper}`,
    cartId: `cart-${shopper}`,
    warehouse: "north",
    method: "card",
    mail: `shopper-${shopper}@mail.example`,
    ...differences,
  };
}

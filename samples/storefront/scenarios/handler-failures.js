import { fillCart } from "./shopping.js";

/** Handlers fail in every way that leaves a different trace. The conductor reports every sequence as completed. */
export async function scenario(shop) {
  await goodOrder(shop, 1);

  // Throws before it awaits anything: the code is unknown. It is called late, because an earlier handler of its
  // execution took its time, and the handlers behind it run as if nothing had happened.
  const [coupon] = await fillCart(shop, "cart-2", [["p-200", 2]], "WINTER99");
  shop.plant("throws-behind-another", coupon, "CartPlugin.applyCoupon");

  // Rejects while later beats of the same execution are still to come, but after its own beat's end.
  await fillCart(shop, "cart-3", [["p-100", 5]]);
  const declined = await shop.publish("checkout.requested", order(3, { method: "card" }));
  await shop.quiet();
  shop.plant("fails-after-beat", declined, "CheckoutPlugin.authorizePayment");

  await goodOrder(shop, 4);

  // Fails after its sequence has been reported as completed, and after a later execution of it has ended.
  await fillCart(shop, "cart-5", [["p-301", 1]]);
  await fillCart(shop, "cart-6", [["p-400", 1]]);
  const bounced = await shop.publish("checkout.requested", order(5, { mail: "shopper-5@full.example" }));
  await shop.publish("checkout.requested", order(6));
  await shop.quiet();
  shop.plant("fails-after-sequence", shop.causedBy(bounced)[0], "NotificationPlugin.sendReceipt");

  // Throws at once, inside its beat, and brings another failure: without a cart there is nothing to reserve.
  const empty = await shop.publish("checkout.requested", order(7));
  await shop.quiet();
  shop.plant("throws-in-beat", empty, "CheckoutPlugin.validateCart");
  shop.plant("fails-because-another-failed", empty, "CheckoutPlugin.reserveStock");

  // The first handler rejects, and the next ones go on without its key: they fill the cart with nothing, for NaN.
  const missing = await shop.publish("cart.item.add.requested", { cartId: "cart-8", productId: "p-999", quantity: 1 });
  await shop.quiet();
  shop.plant("fails-after-sequence", missing, "CartPlugin.resolveItem");
  shop.plant("goes-on-without-its-input", missing, "CartPlugin.addLine");
  shop.plant("goes-on-without-its-input", missing, "CartPlugin.computeTotals");

  await goodOrder(shop, 9);
}

async function goodOrder(shop, shopper) {
  await fillCart(shop, `cart-${shopper}`, [["p-401", 1]]);
  await shop.publish("checkout.requested", order(shopper));
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

import { fillCart } from "./shopping.js";

const CHECKOUT = "checkout.requested";

/**
 * Checkouts that overlap. The conductor runs one sequence after the other, but it does not wait for handlers: the
 * handlers of a first checkout still wait for its warehouse while the beats of the second one run. All change the
 * baton key `status`.
 */
export async function scenario(shop) {
  // The second overtakes the first: they end in reverse order.
  await cart(shop, "reverse-a", [["p-401", 1]]);
  await cart(shop, "reverse-b", [["p-200", 1]]);
  const reverse = await together(shop, [
    order("reverse-a", "overseas", "transfer"),
    order("reverse-b", "north", "card"),
  ]);
  shop.overlap("ends-in-reverse", reverse);

  // Handler for handler in turn: neither overtakes.
  await cart(shop, "turn-a", [["p-300", 1]]);
  await cart(shop, "turn-b", [["p-400", 1]]);
  const inTurn = await together(shop, [
    order("turn-a", "overseas", "invoice"),
    order("turn-b", "south", "invoice"),
  ]);
  shop.overlap("ends-in-turn", inTurn);

  // Both fail, in different handlers: the first long after its sequence's end, the second inside its sequence.
  await cart(shop, "late-a", [["p-100", 4]]);
  await cart(shop, "late-b", [["p-201", 1]]);
  const late = await together(shop, [
    order("late-a", "overseas", "transfer"),
    order("late-b", "north", "card"),
  ]);
  shop.overlap("fail-in-different-handlers", late);
  shop.plant("fails-after-sequence", late[0], "CheckoutPlugin.authorizePayment");
  shop.plant("fails-after-beat", late[1], "CheckoutPlugin.reserveStock");

  // Both fail in the same handler, the second first: the failure lines name no request.
  await cart(shop, "same-a", [["p-100", 4]]);
  await cart(shop, "same-b", [["p-100", 5]]);
  const same = await together(shop, [
    order("same-a", "north", "transfer"),
    order("same-b", "north", "card"),
  ]);
  shop.overlap("fail-in-the-same-handler", same);
  shop.plant("fails-after-sequence", same[0], "CheckoutPlugin.authorizePayment");
  shop.plant("fails-after-beat", same[1], "CheckoutPlugin.authorizePayment");

  // Three at once; the middle one fails after its sequence's end, among the handlers of the others.
  await cart(shop, "three-a", [["p-301", 1]]);
  await cart(shop, "three-b", [["p-100", 7]]);
  await cart(shop, "three-c", [["p-101", 1]]);
  const three = await together(shop, [
    order("three-a", "overseas", "transfer"),
    order("three-b", "south", "invoice"),
    order("three-c", "north", "card"),
  ]);
  shop.overlap("three-at-once", three);
  shop.plant("fails-after-sequence", three[1], "CheckoutPlugin.authorizePayment");
}

function cart(shop, cartId, items) {
  return fillCart(shop, cartId, items);
}

async function together(shop, orders) {
  const requestIds = await Promise.all(orders.map((order) => shop.publish(CHECKOUT, order)));
  await shop.quiet();
  return requestIds;
}

function order(cartId, warehouse, method) {
  return { shopper: cartId, cartId, warehouse, method, mail: `${cartId}@mail.example` };
}

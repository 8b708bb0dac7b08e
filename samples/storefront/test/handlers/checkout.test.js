import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { handlers } from "../../plugins/checkout/src/index.js";
import { cartOf } from "../../services/carts.js";

describe("checkout", () => {
  test("refuses an empty cart", () => {
    assert.throws(() => handlers.validateCart({ cartId: "empty" }), /Cart empty is empty/);
  });

  test("takes the discount off", () => {
    Object.assign(cartOf("discount"), { lines: [{ unitCents: 1000, quantity: 2 }], discountPercent: 10 });
    assert.equal(handlers.validateCart({ cartId: "discount" }).amount, 1800);
  });

  test("makes no order without a payment", () => {
    assert.deepEqual(handlers.createOrder({ cartId: "unpaid" }, { payload: {} }), { status: "unpaid" });
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { handlers } from "../../plugins/cart/src/index.js";

describe("cart", () => {
  test("adds to a line that is there", () => {
    const item = () => ({ productId: "p-401", name: "Cork Baton", unitCents: 1590, quantity: 2 });
    handlers.addLine({ cartId: "adds" }, { payload: { item: item() } });
    const payload = { item: item() };
    const { lines } = handlers.addLine({ cartId: "adds" }, { payload });
    assert.deepEqual(lines.map(({ quantity }) => quantity), [4]);
    assert.ok(!("item" in payload));
  });

  test("takes the coupon's percent", () => {
    assert.deepEqual(handlers.applyCoupon({ cartId: "coupon", coupon: "SPRING10" }), { discountPercent: 10 });
    assert.equal(handlers.applyCoupon({ cartId: "coupon" }), undefined);
  });

  test("ships for nothing from a certain sum", (t) => {
    t.mock.method(console, "info", () => {});
    const totals = (quantity) =>
      handlers.computeTotals({ cartId: "totals" }, { payload: { lines: [{ unitCents: 1000, quantity }] } }).totals;
    assert.equal(totals(4).shipping, 490);
    assert.deepEqual(totals(5), { subtotal: 5000, discount: 0, shipping: 0, total: 5000 });
  });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { handlers } from "../../plugins/notification/src/index.js";

describe("notification", () => {
  test("writes a row for every line", () => {
    const lines = [{ name: "Cork Baton", unitCents: 1590, quantity: 2 }];
    const { receipt } = handlers.renderReceipt({ order: { number: "o-1", lines, amount: 3180 } });
    assert.equal(receipt, "Order o-1\n2 x Cork Baton 15.90 EUR\nPaid 31.80 EUR");
  });
});

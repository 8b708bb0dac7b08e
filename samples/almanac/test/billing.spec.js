import assert from "node:assert/strict";
import { test } from "node:test";
import { handlers } from "../plugins/billing/src/index.js";
import { handlers as invoices } from "../plugins/billing/src/invoices.js";
import { handlers as vouchers } from "../plugins/billing/src/vouchers.js";

test("adds extras to the dues", () => {
  const payload = { plan: { cents: 1290 } };
  assert.deepEqual(handlers.computeDues({ extras: [{ cents: 10 }, { cents: 5 }] }, { payload }), { dues: 1305 });
  assert.deepEqual(handlers.computeFees({ extra: 10 }, { payload }), { fees: 1300 });
});

test("renders an invoice", () => {
  const { invoice } = invoices.renderInvoice({ cents: 1290 }, { payload: { number: 3 } });
  assert.equal(invoice, "Invoice 3: 12.90 EUR");
});

test("takes no more from a voucher than there is", async () => {
  await vouchers.issueVoucher({ code: "v", cents: 500 });
  const { used, voucher } = await vouchers.redeemVoucher({ code: "v", cents: 800 });
  assert.equal(used, 500);
  assert.equal(voucher.left, 0);
});

test("releases what was authorized", async (t) => {
  t.mock.method(console, "warn", () => {});
  const { released } = await handlers.releaseAuthorization({ code: "a-1" });
  assert.equal(released.released, true);
});

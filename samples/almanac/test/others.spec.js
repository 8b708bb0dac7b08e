import assert from "node:assert/strict";
import { test } from "node:test";
import { handlers as delivery } from "../plugins/delivery/src/index.js";
import { handlers as ledger } from "../plugins/ledger/src/index.js";
import { handlers as support } from "../plugins/support/src/index.js";
import { handlers as reactions } from "../plugins/sync/src/reactions.js";

test("packs a bundle for every zone", () => {
  const payload = { labels: [{ zone: "2" }, { zone: "1" }, { zone: "2" }] };
  assert.deepEqual(delivery.packBundles({}, { payload }), { bundles: [{ zone: "1" }, { zone: "2" }] });
});

test("wraps in stars unless told otherwise", async () => {
  assert.equal((await delivery.wrapGift({ parcel: "p" })).gift.paper, "stars");
});

test("offers the places of a postcode", () => {
  assert.deepEqual(delivery.offerPickup({ postcode: "10115" }).places, ["kiosk-10115", "library-10115"]);
});

test("closes a month with what was earned", async () => {
  const { accrued } = await ledger.accrueRevenue({ due: "2026-01-31" });
  assert.equal(accrued.month, "2026-01");
  assert.ok((await ledger.closeMonth({}, { payload: { accrued } })).closed);
});

test("compares with the budget", () => {
  assert.deepEqual(ledger.compareBudget({ actual: 12, planned: 10 }), { deviation: 2 });
});

test("tells bills from bundles", () => {
  const payload = { ticket: { number: 1 } };
  assert.deepEqual(support.classifyTicket({ text: "my invoice" }, { payload }), { kind: "billing" });
});

test("forgets what the archive removed", async () => {
  assert.equal(await reactions.onRemoved("d"), "removed");
});

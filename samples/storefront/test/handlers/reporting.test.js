import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { handlers } from "../../plugins/reporting/src/index.js";

describe("reporting", () => {
  test("adds up the day's orders", () => {
    assert.deepEqual(handlers.totalSales({ amounts: [1000, 250] }), { orders: 2, total: 1250 });
  });

  test("closes a day with its average", async () => {
    const closed = await handlers.closeDay({ day: "2026-11-22" }, { payload: { orders: 2, total: 1250 } });
    assert.deepEqual(closed, { closed: "2026-11-22", average: 625 });
  });

  test("counts returned pieces", () => {
    handlers.countReturn({ pieces: 2 });
    assert.deepEqual(handlers.countReturn({}), { returns: 3 });
  });
});

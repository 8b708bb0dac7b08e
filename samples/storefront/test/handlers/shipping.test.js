import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { handlers } from "../../plugins/shipping/src/index.js";

describe("shipping", () => {
  test("weighs every line", async () => {
    const lines = [{ productId: "p-401", quantity: 2 }, { productId: "p-200", quantity: 1 }];
    assert.deepEqual(await handlers.weighLines({}, { payload: { lines } }), { grams: 210 });
  });

  test("adds the box to the weight", () => {
    const lines = [{ grams: 100, quantity: 2 }];
    assert.deepEqual(handlers.packLines({ parcelId: "parcel-1", lines }).parcel, { id: "parcel-1", grams: 380, wrapped: false });
  });

  test("asks the post for its quote", async () => {
    assert.deepEqual(await handlers.quotePost({}, { payload: { parcel: { grams: 1000 } } }), { postQuote: 240 });
  });

  test("throws at once when the carrier is busy", async () => {
    const context = { payload: { parcel: { id: "parcel-2" } } };
    assert.throws(() => handlers.bookCarrier({ carrier: "relay" }, context), { name: "CarrierBusy" });
    const { booking } = await handlers.bookCarrier({ carrier: "relay" }, context);
    assert.equal(booking.carrier, "relay");
  });

  test("estimates duties by zone", () => {
    const duties = (zone) => handlers.estimateDuties({ amount: 5000 }, { payload: { zone } }).duties;
    assert.deepEqual(["home", "near", "far"].map(duties), [0, 200, 600]);
  });
});

const BOOK = "ShippingPlugin.bookCarrier";

/**
 * Parcels: a beat that is tried again, a beat that is optional, two that may come in any order, and one that is
 * documented and was not mounted.
 */
export async function scenario(shop) {
  const parcels = [];
  const send = async (carrier, more = {}) => {
    const parcelId = `parcel-${parcels.length + 1}`;
    const lines = [{ productId: "p-200", grams: 120, quantity: 1 + (parcels.length % 3) }];
    const payload = { parcelId, shopper: `shopper-${parcels.length + 1}`, lines, carrier, ...more };
    parcels.push(await shop.publish("shipping.book.requested", payload));
    await shop.quiet();
    return parcels.at(-1);
  };

  await send("swift");
  const wrapped = [await send("swift", { giftWrap: true })];
  // Busy once, then busy twice: the beat comes again until the carrier takes the parcel.
  shop.plant("retried-beat", await send("relay"), BOOK, { attempts: 2, given: "booked" });
  shop.plant("retried-beat", await send("barge"), BOOK, { attempts: 3, given: "booked" });
  await send("swift");
  // Always busy: after two more attempts the shop gives up, and the conductor reports the sequence as completed.
  shop.plant("retried-beat", await send("ferry"), BOOK, { attempts: 3, given: "up" });
  wrapped.push(await send("relay", { giftWrap: true }));
  shop.plant("retried-beat", wrapped[1], BOOK, { attempts: 2, given: "booked" });

  const left = parcels.filter((parcel) => !wrapped.includes(parcel));
  shop.plant("optional-beat", wrapped[0], "ShippingPlugin.wrapGift", { requestIds: wrapped, leftOutIn: left });
  shop.plant("parallel-beats", parcels[0], "ShippingPlugin.quoteCourier", {
    requestIds: parcels,
    with: "ShippingPlugin.quotePost",
  });
  shop.plant("missing-beat", parcels[0], "ShippingPlugin.insureParcel", {
    requestIds: parcels,
    sequenceId: "shipping-book-parcel-symphony",
    beat: 6,
    event: "shipping:parcel:insure",
  });
}

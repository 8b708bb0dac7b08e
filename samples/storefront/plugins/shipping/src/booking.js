import { log } from "../../../host/log.js";
import { router } from "../../../host/topics.js";
import { book } from "../../../services/carriers.js";
import { latency } from "../../../services/latency.js";

/** Throws at once if the carrier is busy: that is when the shop tries the beat again. */
export function bookCarrier(data, context) {
  const { parcel } = context.payload;
  return book(data.carrier, parcel.id).then((booking) => ({ booking }));
}

export async function insureParcel(data, context) {
  await latency(4);
  return { insurance: { booking: context.payload.booking.number, cents: 250 } };
}

/** Stands in the handlers as `notify`. */
export function notifyShopper(data, context) {
  const { booking } = context.payload;
  if (!booking) {
    log.warn(`[shipping] parcel ${data.parcelId} has no carrier`);
    return;
  }
  router.publish("parcel.booked", { parcelId: data.parcelId, booking: booking.number }, context.conductor);
  return { notified: data.shopper };
}

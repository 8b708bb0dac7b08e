import { latency } from "./latency.js";

/** How often a carrier says that it is busy before it takes a parcel. */
const REFUSALS = { swift: 0, relay: 1, barge: 2, ferry: Infinity };

const CENTS_PER_KILO = { courier: 390, post: 240 };
const ZONE_CENTS = { home: 0, near: 300, far: 900 };

export class CarrierBusy extends Error {
  constructor(carrier, parcelId) {
    super(`Carrier ${carrier} is busy and does not take ${parcelId} now`);
    this.name = "CarrierBusy";
  }
}

const refused = new Map();
let bookings = 0;

export async function tariffOf(carrier, grams) {
  await latency(carrier === "courier" ? 9 : 5);
  return Math.round((CENTS_PER_KILO[carrier] * grams) / 1000);
}

export async function tariffsFor(zone, grams) {
  await latency(12 + (grams % 4));
  return Object.entries(CENTS_PER_KILO).map(([carrier, cents]) => ({
    carrier,
    cents: Math.round((cents * grams) / 1000) + ZONE_CENTS[zone],
  }));
}

/**
 * Books a carrier for a parcel.
 *
 * @returns {Promise<{ number: string, carrier: string }>}
 * @throws {CarrierBusy} at once, not later
 */
export function book(carrier, parcelId) {
  const times = refused.get(parcelId) ?? 0;
  if (times < REFUSALS[carrier]) {
    refused.set(parcelId, times + 1);
    throw new CarrierBusy(carrier, parcelId);
  }
  bookings += 1;
  const number = `b-${bookings}`;
  return latency(7).then(() => ({ number, carrier }));
}

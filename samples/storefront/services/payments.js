import { latency } from "./latency.js";

/** How long a payment method takes, in milliseconds. */
const ANSWER_TIMES = { card: 8, invoice: 240, transfer: 800 };

/** What each method lets a shopper spend at once, in cents. */
const LIMITS = { card: 20000, invoice: 30000, transfer: 15000 };

export class PaymentDeclined extends Error {
  constructor(method, cents) {
    super(`Payment by ${method} of ${(cents / 100).toFixed(2)} was declined`);
    this.name = "PaymentDeclined";
  }
}

let payments = 0;

/**
 * Authorizes an amount.
 *
 * @returns {Promise<{ id: string, method: string, cents: number }>}
 * @throws {PaymentDeclined} if the amount is above the method's limit
 */
export async function authorize(method, cents) {
  await latency(ANSWER_TIMES[method]);
  if (cents > LIMITS[method]) {
    throw new PaymentDeclined(method, cents);
  }
  payments += 1;
  return { id: `pay-${payments}`, method, cents };
}

import { latency } from "./latency.js";

/** What a piece of each product weighs. */
const GRAMS = {
  "p-100": 900,
  "p-101": 210,
  "p-200": 120,
  "p-201": 1400,
  "p-300": 380,
  "p-301": 520,
  "p-400": 1650,
  "p-401": 45,
};

const ZONES = ["home", "near", "far"];

/** @returns {Promise<{ zone: string, lines: { productId: string, quantity: number }[] }>} */
export async function parcelOf(parcelId) {
  const number = Number(parcelId.slice(parcelId.indexOf("-") + 1));
  await latency(5 + (number % 3));
  const products = Object.keys(GRAMS);
  const lines = Array.from({ length: 3 + (number % 3) }, (none, i) => ({
    productId: products[(number + 3 * i) % products.length],
    quantity: 1 + ((number + i) % 2),
  }));
  return { zone: ZONES[number % ZONES.length], lines };
}

/** Asks the scales once. They are elsewhere and take their time. */
export async function weightOf(productId) {
  await latency(9);
  return GRAMS[productId];
}

/** Asks the scales once for all. */
export async function weightsOf(productIds) {
  await latency(9);
  return productIds.map((productId) => GRAMS[productId]);
}

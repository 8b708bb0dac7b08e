import { latency } from "./latency.js";

/** How long a warehouse takes to answer, in milliseconds. `silent` never answers. */
const ANSWER_TIMES = { north: 5, south: 860, overseas: 900, silent: Infinity };

/** What a warehouse does not have. */
const OUT_OF_STOCK = { north: ["p-201"], south: [], overseas: [], silent: [] };

let reservations = 0;

/**
 * Reserves the lines of a cart.
 *
 * @returns {Promise<string>} the reservation's id
 */
export async function reserve(warehouse, lines) {
  if (ANSWER_TIMES[warehouse] === Infinity) {
    // The connection stays open and no answer ever comes. The caller has no time limit: a planted fault.
    await new Promise(() => {});
  }
  await latency(ANSWER_TIMES[warehouse]);
  for (const line of lines) {
    if (OUT_OF_STOCK[warehouse].includes(line.productId)) {
      throw new Error(`Warehouse ${warehouse} is out of ${line.name}`);
    }
  }
  reservations += 1;
  return `r-${warehouse}-${reservations}`;
}

import { readFileSync } from "node:fs";
import { database } from "../../../services/database.js";

const CONFIG = JSON.parse(readFileSync(new URL("../../../config/rates.json", import.meta.url), "utf8"));

async function quoteRates(data, { conductor }) {
  const asked = CONFIG.currencies.map((currency) => CONFIG.providers[currency]);
  for (const name of asked) {
    conductor.play("SyncPlugin", `sync-provider-${name}-symphony`, { due: data.due });
  }
  return { asked };
}

async function storeRates(data, { payload }) {
  await database.save("asked", data.due, payload.asked);
}

export const handlers = { quoteRates, storeRates };

import { Console } from "../edge/console.js";
import { Http } from "../edge/http.js";
import { Webhooks } from "../edge/webhooks.js";
import { database } from "../services/database.js";
import { Conductor } from "./conductor.js";
import { loadDocumentedSequences } from "./documented-sequences.js";
import { mountExtensions } from "./extensions.js";
import { log } from "./log.js";
import { Scheduler } from "./scheduler.js";

const SCHEMA = 7;

/** Starts the system: mounts the sequences, then opens its doors. */
export async function startAlmanac() {
  const conductor = new Conductor();
  for (const { sequence, handlers } of await loadDocumentedSequences()) {
    conductor.mount(sequence, handlers, sequence.pluginId);
  }
  await mountExtensions(conductor);
  if (database.schema < SCHEMA) {
    conductor.play("UpkeepPlugin", "upkeep-install-symphony", { from: database.schema, to: SCHEMA });
  }
  log.info(`[almanac] open with ${conductor.size()} sequences`);
  return {
    conductor,
    http: new Http(conductor),
    console: new Console(conductor),
    webhooks: new Webhooks(conductor),
    scheduler: new Scheduler(conductor),
  };
}

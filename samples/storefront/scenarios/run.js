import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ConsoleRecorder } from "../recorder/console-recorder.js";
import { ExecutionTruth } from "../recorder/execution-truth.js";
import { latency } from "../services/latency.js";

/** Where a recording says the shop is installed, wherever it was recorded. */
const INSTALLED_AT = "file:///srv/storefront/";

const [, , name, folder] = process.argv;
if (!name || !folder) {
  throw new Error("usage: node scenarios/run.js <scenario> <folder>");
}
const { scenario } = await import(new URL(`${name}.js`, import.meta.url).href);
const recorder = new ConsoleRecorder([[new URL("../", import.meta.url).href, INSTALLED_AT]]).start();
const truth = new ExecutionTruth(name);

// Only now: the conductor prints its first lines while it is loaded.
const { startShop } = await import("../host/shop.js");
const { router } = await import("../host/topics.js");
truth.observeTopics(router);
const shop = await startShop(truth);
await scenario({
  publish: publishOne,
  quiet,
  plant: (kind, requestId, handler) => truth.plant(kind, requestId, handler),
  overlap: (kind, requestIds) => truth.overlap(kind, requestIds),
  causedBy: (requestId) => truth.causedBy(requestId),
});
recorder.stop();

const target = pathToFileURL(`${folder}/`);
recorder.save(new URL(`${name}.log`, target));
writeFileSync(new URL(`${name}.truth.json`, target), `${JSON.stringify(truth, null, 1)}\n`);

/** Publishes a topic with exactly one route. */
async function publishOne(topic, payload) {
  const [requestId] = await shop.publish(topic, payload);
  return requestId;
}

/** Waits until all has ended, or nothing has happened for 1.5 s: some handlers never end. */
async function quiet() {
  const patience = 1500;
  for (let calm = 0, size = truth.size; calm < patience && (calm === 0 || truth.isBusy()); calm += 10) {
    await latency(10);
    if (truth.size !== size) {
      size = truth.size;
      calm = 0;
    }
  }
}

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ConsoleRecorder } from "../recorder/console-recorder.js";
import { ExecutionTruth } from "../recorder/execution-truth.js";
import { latency } from "../services/latency.js";

/** Where a recording says the shop is installed, wherever it was recorded. */
const INSTALLED_AT = "file:///srv/storefront/";

const [, , name, scenarioName, folder, code, label, commit] = process.argv;
if (!commit) {
  throw new Error("usage: node scenarios/run.js <session> <scenario> <folder> <code> <build> <commit>");
}
const { scenario } = await import(new URL(`${scenarioName}.js`, import.meta.url).href);
// The shop's code lies in a folder of its own, its packages in this one.
const shopUrl = pathToFileURL(`${code}/`);
const rewrites = [shopUrl.href, new URL("../", import.meta.url).href].map((url) => [url, INSTALLED_AT]);
const recorder = new ConsoleRecorder(rewrites).start();
const build = { label, commit };
const truth = new ExecutionTruth(name, build);

// Only now: the conductor prints its first lines while it is loaded.
const { startShop } = await import(new URL("host/shop.js", shopUrl).href);
const { router } = await import(new URL("host/topics.js", shopUrl).href);
truth.observeTopics(router);
const shop = await startShop(truth);
await scenario({
  build,
  publish: publishOne,
  quiet,
  plant: (kind, requestId, handler, more) => truth.plant(kind, requestId, handler, more),
  overlap: (kind, requestIds) => truth.overlap(kind, requestIds),
  causedBy: (requestId) => truth.causedBy(requestId),
});
recorder.stop();

const target = pathToFileURL(`${folder}/`);
recorder.save(new URL(`${name}.log`, target));
writeFileSync(new URL(`${name}.truth.json`, target), onLines(truth.toJSON()));

/** JSON with one line for each entry of a list at the top, for these files are large. */
function onLines(value) {
  const entries = Object.entries(value).map(([key, each]) => {
    const lines = Array.isArray(each) && each.length > 0;
    const text = lines ? `[\n${each.map((one) => `  ${JSON.stringify(one)}`).join(",\n")}\n ]` : JSON.stringify(each);
    return ` ${JSON.stringify(key)}: ${text}`;
  });
  return `{\n${entries.join(",\n")}\n}\n`;
}

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

import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const SCENARIOS = ["browse-and-buy", "handler-failures", "overlapping", "hung"];

const RUN = fileURLToPath(new URL("run.js", import.meta.url));

/**
 * Runs one scenario in a process of its own, because a conductor lives as long as its process.
 *
 * @param {string} name
 * @param {string} folder where the log and the truth go
 */
export function record(name, folder) {
  mkdirSync(folder, { recursive: true });
  // Outside of development: the conductor prints more lines in it.
  const { NODE_ENV, MC_DEV, npm_lifecycle_event, ...environment } = process.env;
  const { status, stderr } = spawnSync(process.execPath, [RUN, name, folder], { env: environment, encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`Scenario ${name} ended with ${status}: ${stderr}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("../sessions", import.meta.url));
  const names = process.argv.length > 2 ? process.argv.slice(2) : SCENARIOS;
  for (const name of names) {
    record(name, folder);
    process.stdout.write(`sessions/${name}.log\n`);
  }
}

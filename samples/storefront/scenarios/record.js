import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commits, unpack } from "../history/history.js";
import { handlersOf } from "../recorder/handler-truth.js";
import { plantedIn } from "../recorder/planted.js";

/** Every session: what shoppers do in it, and the build that it runs on. */
export const SESSIONS = {
  "browse-and-buy": { scenario: "browse-and-buy", build: "v2" },
  "handler-failures": { scenario: "handler-failures", build: "v2" },
  overlapping: { scenario: "overlapping", build: "v2" },
  hung: { scenario: "hung", build: "v2" },
  "build-v1": { scenario: "build", build: "v1" },
  "build-v2": { scenario: "build", build: "v2" },
  misrouted: { scenario: "misrouted", build: "v2" },
  retries: { scenario: "retries", build: "v2" },
  cycle: { scenario: "cycle", build: "v2" },
};

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const unpacked = new Map();
process.on("exit", () => unpacked.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** @returns {string} a folder with the code of a build as it was committed */
export function codeOf(build) {
  if (!unpacked.has(build)) {
    unpacked.set(build, unpack(build));
  }
  return unpacked.get(build);
}

/**
 * Runs one session in a process of its own, because a conductor lives as long as its process.
 *
 * @param {string} name
 * @param {string} folder where the log and the truth go
 */
export function record(name, folder) {
  mkdirSync(folder, { recursive: true });
  const { scenario, build } = SESSIONS[name];
  // Outside of development: the conductor prints more lines in it.
  const { NODE_ENV, MC_DEV, npm_lifecycle_event, ...environment } = process.env;
  const parameters = [name, scenario, folder, codeOf(build), build, commits()[build]];
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "scenarios/run.js"), ...parameters], {
    env: environment,
    encoding: "utf8",
  });
  if (status !== 0) {
    throw new Error(`Session ${name} ended with ${status}: ${stderr}`);
  }
}

/** Asks the engine where the handlers of both builds are. */
export function recordHandlers() {
  const builds = Object.entries(commits()).map(([label, commit]) => ({ label, commit, handlers: handlersOf(codeOf(label)) }));
  return { version: 1, builds };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SESSIONS);
  for (const name of names) {
    record(name, join(ROOT, "sessions"));
    process.stdout.write(`sessions/${name}.log\n`);
  }
  const handlers = recordHandlers();
  writeLines("handlers.truth.json", handlers);
  writeLines("sessions/truth-planted.json", plantedIn(join(ROOT, "sessions"), Object.keys(SESSIONS), handlers));
}

function writeLines(file, value) {
  writeFileSync(join(ROOT, file), `${JSON.stringify(value, null, 1)}\n`);
  process.stdout.write(`${file}\n`);
}

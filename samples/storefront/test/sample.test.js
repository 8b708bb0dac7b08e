import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { loadDocumentedSequences } from "../host/documented-sequences.js";
import { router } from "../host/topics.js";
import { REROUTED } from "../host/rerouted.js";
import { SWITCHED_OFF } from "../host/switches.js";
import { ConsoleRecorder } from "../recorder/console-recorder.js";
import { plantedIn } from "../recorder/planted.js";
import { SESSIONS, recordHandlers } from "../scenarios/record.js";

const ROOT = new URL("../", import.meta.url);
const documented = await loadDocumentedSequences();
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");

test("every documented handler is a function of its plugin", () => {
  for (const { sequence, handlers } of documented) {
    for (const beat of sequence.movements.flatMap((movement) => movement.beats)) {
      assert.equal(typeof handlers[beat.handler], "function", `${sequence.id} beat ${beat.beat}`);
    }
  }
});

test("no handler prints by itself, which would make the conductor refuse it", () => {
  for (const { handlers } of documented) {
    for (const handler of Object.values(handlers)) {
      assert.doesNotMatch(handler.toString(), /\bconsole\./);
    }
  }
});

test("every route of a topic leads to a documented sequence", () => {
  for (const [topic, { routes }] of Object.entries(router.topics)) {
    for (const { pluginId, sequenceId } of routes) {
      const target = documented.find(({ sequence }) => sequence.id === sequenceId);
      assert.equal(target?.sequence.pluginId, pluginId, topic);
    }
  }
});

test("every interaction and every plugin of the manifests is documented", () => {
  for (const { pluginId, sequenceId } of Object.values(JSON.parse(read("interaction-manifest.json")).routes)) {
    assert.equal(documented.find(({ sequence }) => sequence.id === sequenceId)?.sequence.pluginId, pluginId);
  }
  const plugins = JSON.parse(read("plugin-manifest.json")).plugins;
  assert.deepEqual(plugins.map(({ id }) => id), [...new Set(documented.map(({ sequence }) => sequence.pluginId))]);
  plugins.forEach(({ runtime }) => assert.ok(existsSync(new URL(runtime.module, ROOT)), runtime.module));
});

test("every test that a beat names is there", () => {
  const named = documented.flatMap(({ sequence }) => sequence.movements.flatMap(({ beats }) => beats)).filter((beat) => beat.testFile);
  assert.ok(named.length > 10);
  for (const { testFile, testCase } of named) {
    assert.ok(read(testFile).includes(`test("${testCase}"`), `${testFile}: ${testCase}`);
  }
});

test("what is switched off and what is rerouted is documented", () => {
  const events = documented.flatMap(({ sequence }) => sequence.movements.flatMap(({ beats }) => beats.map(({ event }) => event)));
  assert.ok(SWITCHED_OFF.every((event) => events.includes(event)));
  for (const [topic, routes] of Object.entries(REROUTED)) {
    assert.notDeepEqual(router.topics[topic].routes, routes);
    assert.ok(routes.every(({ sequenceId }) => documented.some(({ sequence }) => sequence.id === sequenceId)));
  }
});

test("the engine finds the handlers where handlers.truth.json has them", () => {
  const located = JSON.parse(read("handlers.truth.json"));
  assert.deepEqual(recordHandlers(), located);
  // Another way to the same line: it names the function, or the handler.
  for (const { file, line, handler, ...more } of located.builds.at(-1).handlers) {
    assert.match(read(file).split("\n")[line - 1], new RegExp(`\\b(${more.function}|${handler})\\b`));
  }
});

test("the list of planted faults is that of the committed sessions", () => {
  const planted = JSON.parse(read("sessions/truth-planted.json"));
  const folder = fileURLToPath(new URL("sessions", ROOT));
  assert.deepEqual(planted, plantedIn(folder, Object.keys(SESSIONS), JSON.parse(read("handlers.truth.json"))));
  const dead = planted.planted.filter(({ kind }) => kind === "dead-handler").map(({ handler }) => handler.name);
  assert.deepEqual(dead.sort(), ["archiveReports", "estimateDuties", "insureParcel", "registerReturn"]);
});

test("the recorded coverage is of files that are there", () => {
  const lcov = [...read("coverage/lcov.info").matchAll(/^SF:(.*)$/gm)].map(([, file]) => file);
  const istanbul = Object.entries(JSON.parse(read("coverage/coverage-final.json")));
  assert.deepEqual(istanbul.map(([file]) => file), [...lcov].sort());
  istanbul.forEach(([file, { path }]) => assert.equal(path, file));
  assert.ok(lcov.every((file) => file.startsWith("plugins/") && existsSync(new URL(file, ROOT))));
});

test("the conductor is the version that the truth names", () => {
  assert.equal(JSON.parse(read("node_modules/musical-conductor/package.json")).version, "1.4.5");
});

test("the lock files name no registry", () => {
  for (const folder of ["", "console/", "coverage/"]) {
    assert.doesNotMatch(read(`${folder}package-lock.json`), /"resolved"|https?:/);
  }
});

test("the committed sessions are small and name no folder of a real machine", () => {
  const files = readdirSync(new URL("sessions/", ROOT));
  assert.deepEqual(files.filter((file) => file.endsWith(".log")).sort(), Object.keys(SESSIONS).map((name) => `${name}.log`).sort());
  const bytes = files.reduce((sum, file) => sum + statSync(new URL(`sessions/${file}`, ROOT)).size, 0);
  assert.ok(bytes < 2_600_000, `${bytes} bytes of sessions`);
  for (const file of files) {
    const paths = read(`sessions/${file}`).match(/file:\/\/\/[^\s):]*/g) ?? [];
    assert.deepEqual(paths.filter((path) => !path.startsWith("file:///srv/storefront/")), [], file);
  }
});

test("the recorder writes one line per call, with objects as JSON and styles as they are", () => {
  const recorder = new ConsoleRecorder([["/secret/", "/srv/"]]).start();
  console.log("%cred", "color: red", 1, undefined, null);
  console.warn("in /secret/place", { a: [1, "b"] });
  console.debug("quiet");
  console.group("title");
  console.info("inside");
  console.groupEnd();
  const cycle = {};
  cycle.self = cycle;
  console.log(cycle);
  recorder.stop();

  const lines = recorder.text().trimEnd().split("\n");
  for (const line of lines) {
    assert.match(line, /^\[\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\] [A-Z]+ /);
  }
  assert.deepEqual(
    lines.map((line) => line.slice(line.indexOf("]") + 2)),
    [
      "LOG %cred color: red 1 undefined null",
      'WARN in /srv/place {"a":[1,"b"]}',
      "DEBUG quiet",
      "LOG title",
      "INFO inside",
      "LOG [object Object]",
    ],
  );
});

test("the recorder writes an error as its stack, on lines of its own", () => {
  const recorder = new ConsoleRecorder().start();
  console.error("failed:", new TypeError("no such thing"));
  recorder.stop();

  const [head, ...stack] = recorder.text().trimEnd().split("\n");
  assert.match(head, /\] ERROR failed: TypeError: no such thing$/);
  assert.ok(stack.length > 0 && stack.every((line) => line.startsWith("    at ")));
});

import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { test } from "node:test";
import { loadDocumentedSequences } from "../host/documented-sequences.js";
import { router } from "../host/topics.js";
import { ConsoleRecorder } from "../recorder/console-recorder.js";

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

test("the conductor is the version that the truth names", () => {
  assert.equal(JSON.parse(read("node_modules/musical-conductor/package.json")).version, "1.4.5");
});

test("the lock file names no registry", () => {
  assert.doesNotMatch(read("package-lock.json"), /"resolved"|https?:/);
});

test("the committed sessions are small and name no folder of a real machine", () => {
  const files = readdirSync(new URL("sessions/", ROOT));
  const logs = files.filter((file) => file.endsWith(".log"));
  assert.ok(logs.length > 0);
  const bytes = logs.reduce((sum, file) => sum + statSync(new URL(`sessions/${file}`, ROOT)).size, 0);
  assert.ok(bytes < 1_000_000, `${bytes} bytes of logs`);
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

import { readFileSync } from "node:fs";
import { join } from "node:path";

const NOTES = {
  "throws-in-beat": "Throws at once, inside its beat.",
  "throws-behind-another": "Throws before it awaits anything, but was called late, behind an earlier handler.",
  "fails-after-beat": "Rejects after its beat was reported as completed.",
  "fails-after-sequence": "Rejects after its sequence was reported as completed.",
  "fails-because-another-failed": "Fails because an earlier handler of the execution failed.",
  "goes-on-without-its-input": "Does not fail: works with a key that an earlier handler did not write.",
  "never-ends": "Never ends; its beat and its sequence are reported as completed.",
  "slower-than-before": "Asks the scales for every line since v2, and asked once before.",
  renamed: "Is called sumSales in v1.",
  moved: "Lies in plugins/reporting/src/daily.js in v1.",
  "wrong-route": "The manifest leads the topic to ShippingPlugin::shipping-return-symphony; the host routes it here.",
  "cyclic-publish": "stock.changed brings forecast.changed, which brings stock.changed; ends after three rounds.",
  "retried-beat": "The beat comes again because its handler threw; the conductor itself knows no retry.",
  "optional-beat": "Optional in the document: runs in these requests and is left out in the others.",
  "parallel-beats": "May come in any order with quotePost; the conductor runs one after the other.",
  "missing-beat": "Documented, but switched off in host/switches.js: it is not mounted and never runs.",
};

/**
 * One list of all that was planted: what the sessions noted, and what is no event of a session.
 *
 * @param {string} folder of the sessions
 * @param {string[]} sessions
 * @param {{ builds: { label: string, commit: string, handlers: object[] }[] }} located
 */
export function plantedIn(folder, sessions, located) {
  const truths = sessions.map((name) => JSON.parse(readFileSync(join(folder, `${name}.truth.json`), "utf8")));
  const planted = truths.flatMap((truth) => [...faults(truth, located), ...overlaps(truth, located)]);
  return { version: 1, planted: [...planted, ...neverRun(truths, located)] };
}

function faults(truth, located) {
  return truth.planted.map(({ kind, requestId, handler, handlerRun, requestIds, ...more }) => {
    const [plugin, name] = handler.split(".");
    const execution = truth.executions.find((each) => each.requestId === requestId);
    const run = execution.handlerRuns.find(({ order }) => order === handlerRun);
    const sequence = more.sequenceId ?? run.sequenceId;
    const { sequenceId, beat, ...details } = more;
    return entry(truth, located, { kind, plugin, sequence, name, beat: beat ?? run.beat }, requestIds ?? [requestId], details);
  });
}

/** Executions at once whose handlers write one key of their batons. */
function overlaps(truth, located) {
  return truth.overlaps.map(({ kind, requestIds }) => {
    const runs = truth.executions
      .filter(({ requestId }) => requestIds.includes(requestId))
      .flatMap(({ handlerRuns }) => handlerRuns.filter(({ added, updated }) => [...added, ...updated].includes("status")));
    const writers = [...new Set(runs.map(({ plugin, handler }) => `${plugin}.${handler}`))];
    const first = runs.find(({ ended }) => ended === "after-sequence") ?? runs[0];
    const named = { kind: "overlap", plugin: first.plugin, sequence: first.sequenceId, name: first.handler, beat: first.beat };
    return entry(truth, located, named, requestIds, { way: kind, key: "status", writers });
  });
}

/** Handlers that are exported, and documented or not, and run in no session of their build. */
function neverRun(truths, { builds }) {
  const { label, commit, handlers } = builds.at(-1);
  const ran = truths
    .filter(({ build }) => build.label === label)
    .flatMap(({ executions }) => executions.flatMap(({ handlerRuns }) => handlerRuns))
    .map(({ plugin, sequenceId, handler }) => `${plugin} ${sequenceId} ${handler}`);
  return handlers
    .filter(({ plugin, sequence, handler }) => !ran.includes(`${plugin} ${sequence} ${handler}`))
    .map(({ plugin, sequence, beat, handler, file, line }) => ({
      kind: "dead-handler",
      session: null,
      sequence,
      beat,
      handler: { plugin, sequence, name: handler },
      file,
      line,
      build: label,
      commit,
      requests: [],
      note: sequence ? "Documented, and runs in no session." : "Exported, named by no document, runs in no session.",
    }));
}

function entry({ session, build }, { builds }, { kind, plugin, sequence, name, beat }, requests, details) {
  const { handlers } = builds.find(({ label }) => label === build.label);
  const { file, line } = handlers.find(
    (each) => each.plugin === plugin && each.sequence === sequence && each.handler === name,
  );
  const handler = { plugin, sequence, name };
  const note = kind === "overlap" ? "Executions at once, all writing one key." : NOTES[kind];
  return { kind, session, sequence, beat, handler, file, line, build: build.label, commit: build.commit, requests, note, ...details };
}

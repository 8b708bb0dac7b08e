import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, test } from "node:test";
import { commits } from "../history/history.js";
import { loadDocumentedSequences } from "../host/documented-sequences.js";
import { SWITCHED_OFF } from "../host/switches.js";
import { SESSIONS, record } from "../scenarios/record.js";

const COMMITTED = fileURLToPath(new URL("../sessions", import.meta.url));
const fresh = mkdtempSync(join(tmpdir(), "storefront-"));

const documented = new Map((await loadDocumentedSequences()).map(({ sequence }) => [sequence.id, sequence]));
const read = (folder, name) => JSON.parse(readFileSync(join(folder, `${name}.truth.json`), "utf8"));

before(() => Object.keys(SESSIONS).forEach((name) => record(name, fresh)));
after(() => rmSync(fresh, { recursive: true }));

/** What holds in every session. */
function checkTruth(truth) {
  test("counts what it lists", () => {
    const { counts, executions } = truth();
    const runs = executions.flatMap((execution) => execution.handlerRuns);
    assert.equal(counts.executions, executions.length);
    assert.equal(counts.handlerRuns, runs.length);
    assert.equal(counts.changed + counts.unchanged + counts.failed + counts.neverEnded, runs.length);
    assert.ok(runs.length > 0);
  });

  test("names its build", () => {
    const { build } = SESSIONS[truth().session];
    assert.deepEqual(truth().build, { label: build, commit: commits()[build] });
  });

  test("has the beats of every execution as documented, reported as completed", () => {
    for (const { sequenceId, beats, reported } of truth().executions) {
      assert.equal(reported, "completed");
      assert.ok(beats.every((beat) => beat.reported === "completed" && beat.handler !== null));
      checkBeats(documented.get(sequenceId), beats.map((beat) => beat.number));
    }
  });

  test("has times in their order", () => {
    const inOrder = (...times) => times.every((time, index) => index === 0 || times[index - 1] <= time);
    for (const execution of truth().executions) {
      assert.ok(inOrder(execution.startedAt, execution.endedAt));
      for (const beat of execution.beats) {
        assert.ok(inOrder(execution.startedAt, beat.startedAt, beat.emittedAt, beat.endedAt, execution.endedAt));
      }
      for (const run of execution.handlerRuns) {
        const end = run.endedAt ?? Infinity;
        assert.ok(inOrder(run.calledAt, run.startedAt, run.syncEndedAt, end), JSON.stringify(run));
      }
    }
  });

  test("never runs two handlers of one execution at once", () => {
    for (const { handlerRuns } of truth().executions) {
      handlerRuns.slice(1).forEach((run, index) => assert.ok(run.startedAt >= handlerRuns[index].endedAt));
    }
  });

  test("says how a handler ended", () => {
    for (const run of truth().executions.flatMap((execution) => execution.handlerRuns)) {
      const changes = run.added.length + run.updated.length + run.removed.length;
      assert.equal(run.outcome === "changed", changes > 0);
      assert.equal(run.outcome === "failed", run.error !== null);
      assert.equal(run.outcome === "never-ended", run.endedAt === null);
    }
  });

  test("finds every planted fault where it was planted", () => {
    for (const plant of truth().planted) {
      const run = runOf(truth(), plant);
      assert.equal(run === undefined, plant.kind === "missing-beat", JSON.stringify(plant));
      KINDS[plant.kind](run, truth(), plant);
    }
  });
}

/** In their order, but for parallel ones; optional ones may be left out, and what may be retried may come again. */
function checkBeats({ id, movements }, numbers) {
  const beats = movements.flatMap((movement) => movement.beats);
  const of = (number) => beats.find(({ beat }) => beat === number);
  const once = numbers.filter((number, i) => number !== numbers[i - 1] || of(number).errorHandling !== "retry");
  const must = beats.filter(({ beat, event, optional }) => !SWITCHED_OFF.includes(event) && (!optional || once.includes(beat)));
  assert.deepEqual([...once].sort((a, b) => a - b), must.map(({ beat }) => beat), id);
  const inOrder = once.every((number, i) => i === 0 || number > once[i - 1] || of(number).parallel);
  assert.ok(inOrder, `${id}: ${once}`);
}

const KINDS = {
  "throws-in-beat": (run) => {
    assert.equal(run.outcome, "failed");
    assert.equal(run.ended, "in-beat");
    assert.ok(run.endedAt - run.syncEndedAt < 1);
  },
  "throws-behind-another": (run, truth) => {
    assert.equal(run.outcome, "failed");
    assert.equal(run.ended, "after-sequence");
    assert.ok(run.endedAt - run.syncEndedAt < 1);
    assert.ok(runsBefore(run, truth).some((other) => other.endedAt > run.calledAt), "it waited");
  },
  "fails-after-beat": (run) => {
    assert.equal(run.outcome, "failed");
    assert.equal(run.ended, "after-beat");
  },
  "fails-after-sequence": (run) => {
    assert.equal(run.outcome, "failed");
    assert.equal(run.ended, "after-sequence");
  },
  "fails-because-another-failed": (run, truth) => {
    assert.equal(run.outcome, "failed");
    assert.ok(runsBefore(run, truth).some((other) => other.outcome === "failed"));
  },
  "goes-on-without-its-input": (run, truth) => {
    assert.equal(run.outcome, "changed");
    assert.ok(runsBefore(run, truth).some((other) => other.outcome === "failed"));
  },
  "never-ends": (run) => assert.equal(run.outcome, "never-ended"),
  "slower-than-before": (run, truth, { requestIds }) => assert.equal(runsOf(truth, run.handler).length, requestIds.length),
  renamed: (run, truth, { was }) => {
    assert.ok(runsOf(truth, run.handler).length > 0);
    assert.equal(runsOf(truth, was).length, 0);
  },
  moved: (run, truth, { requestIds }) => assert.equal(runsOf(truth, run.handler).length, requestIds.length),
  "wrong-route": (run, truth, { topic, documented: meant, routed, requestIds }) => {
    const published = truth.publications.filter((publication) => publication.topic === topic);
    assert.deepEqual(published.map(({ routes }) => routes), requestIds.map(() => [routed]));
    const ran = truth.executions.map(({ plugin, sequenceId }) => `${plugin}::${sequenceId}`);
    assert.ok(ran.includes(routed) && !ran.includes(meant));
  },
  "cyclic-publish": (run, truth, { requestIds, topics }) => {
    assert.equal(requestIds.length, 5);
    requestIds.slice(1).forEach((requestId, i) => {
      assert.equal(executionOf(truth, { requestId }).causedBy.requestId, requestIds[i]);
      assert.ok(truth.publications.some(({ topic, by }) => topic === topics[(i + 1) % 2] && by?.requestId === requestIds[i]));
    });
  },
  "retried-beat": (run, truth, { requestId, attempts, given }) => {
    const { beats, handlerRuns } = executionOf(truth, { requestId });
    const tries = handlerRuns.filter(({ handler }) => handler === run.handler);
    assert.equal(tries.length, attempts);
    assert.deepEqual(tries.map(({ beatOrder }) => beats[beatOrder - 1].number), tries.map(() => run.beat));
    tries.slice(0, -1).forEach(({ outcome, ended }) => assert.equal(`${outcome} ${ended}`, "failed in-beat"));
    assert.equal(tries.at(-1).outcome, given === "booked" ? "changed" : "failed");
  },
  "optional-beat": (run, truth, { requestIds, leftOutIn }) => {
    const having = truth.executions.filter(({ beats }) => beats.some(({ event }) => event === run.event));
    assert.deepEqual(having.map(({ requestId }) => requestId), requestIds);
    assert.ok(leftOutIn.length > 0);
  },
  "parallel-beats": (run, truth, { requestIds }) => {
    const numbers = requestIds.map((requestId) => executionOf(truth, { requestId }).beats.map(({ number }) => number));
    const first = new Set(numbers.map((each) => each.find((number) => number === 3 || number === 4)));
    assert.deepEqual([...first].sort(), [3, 4]);
  },
  "missing-beat": (run, truth, { requestIds, event }) => {
    const missing = requestIds.map((requestId) => executionOf(truth, { requestId }));
    assert.ok(missing.every(({ beats }) => beats.length > 0 && beats.every((beat) => beat.event !== event)));
  },
};

function runsOf(truth, handler) {
  return truth.executions.flatMap(({ handlerRuns }) => handlerRuns.filter((run) => run.handler === handler));
}

/** What the lines say is what the truth says, as far as a line says it. */
function checkLogAgainstTruth(truth, lines) {
  const matches = (pattern) =>
    lines()
      .map((line) => pattern.exec(line))
      .filter((match) => match !== null)
      .map(([, ...groups]) => groups.join(" "));
  const runs = (outcome) => truth().executions.flatMap(({ requestId, handlerRuns }) =>
    handlerRuns.filter((run) => run.outcome === outcome).map((run) => ({ ...run, requestId })));
  const sameLines = (fromLog, fromTruth) => assert.deepEqual(fromLog.sort(), fromTruth.sort());

  test("the log names the same requests", () => {
    sameLines([...new Set(matches(/Request ID: (\S+)/))], truth().executions.map(({ requestId }) => requestId));
  });

  test("the log completes the same beats", () => {
    sameLines(
      matches(/✅ BeatExecutor: Beat (\d+) \((\S+)\) completed/),
      truth().executions.flatMap(({ beats }) => beats.map((beat) => `${beat.number} ${beat.event}`)),
    );
  });

  test("the log has a baton for every change of a handler", () => {
    const sign = (mark, keys) => (keys.length > 0 ? [mark + keys.join(",")] : []);
    sameLines(
      matches(/DataBaton: (\S.*) \| seq=.* beat=\? event=(\S+) handler=(\S+) plugin=(\S+) req=(\S+)/),
      runs("changed").map((run) => {
        const changes = [...sign("+", run.added), ...sign("~", run.updated), ...sign("-", run.removed)].join(" ");
        return `${changes} ${run.event} ${run.handler} ${run.plugin} ${run.requestId}`;
      }),
    );
  });

  test("the log has a baton for every handler that changed nothing", () => {
    sameLines(
      matches(/DataBaton: No changes \| seq=.* beat=\? event=(\S+) handler=(\S+)/),
      runs("unchanged").map((run) => `${run.event} ${run.handler}`),
    );
  });

  test("the log has an error for every handler that failed", () => {
    sameLines(
      matches(/ERROR 🧠 PluginManager: Handler execution failed for (\S+): (.*)$/),
      runs("failed").map((run) => `${run.plugin}.${run.handler} ${run.error.name}: ${run.error.message}`),
    );
  });

  test("the log has every publication", () => {
    sameLines(matches(/\[EventRouter\] Topic '(\S+)' definition/), truth().publications.map(({ topic }) => topic));
  });
}

/** What holds in one scenario only. */
const CHECKS = {
  "browse-and-buy": (truth) => {
    test("goes well", () => {
      const { counts, planted } = truth();
      assert.equal(counts.failed + counts.neverEnded + counts.waiting + planted.length, 0);
      assert.ok(counts.executions >= 30);
      assert.ok(counts.unchanged > 0);
    });

    test("sends a receipt for every order, from the checkout's handler", () => {
      const of = (sequenceId) => truth().executions.filter((execution) => execution.sequenceId === sequenceId);
      const receipts = of("notification-send-receipt-symphony");
      assert.deepEqual(
        receipts.map((receipt) => receipt.causedBy.requestId),
        of("checkout-place-order-symphony").map((checkout) => checkout.requestId),
      );
      assert.ok(receipts.every(({ handlerRuns }) => handlerRuns.at(-1).added.includes("delivered")));
    });

    test("calls handlers of two plugins for the event with which a checkout ends", () => {
      const beats = truth().executions.flatMap(({ handlerRuns }) =>
        [handlerRuns.filter((run) => run.event === "checkout:order:placed").map((run) => run.plugin)]);
      const shared = beats.filter((plugins) => plugins.length > 0);
      assert.ok(shared.length > 1);
      shared.forEach((plugins) => assert.deepEqual(plugins, ["CheckoutPlugin", "NotificationPlugin"]));
    });

    test("adds, updates and removes keys", () => {
      const runs = truth().executions.flatMap((execution) => execution.handlerRuns);
      for (const change of ["added", "updated", "removed"]) {
        assert.ok(runs.some((run) => run[change].length > 0), change);
      }
    });
  },

  "handler-failures": (truth) => {
    test("fails in every planted way", () => {
      const kinds = new Set(truth().planted.map(({ kind }) => kind));
      const expected = Object.keys(KINDS).filter((kind) => /^(throws|fails|goes-on)-/.test(kind));
      assert.deepEqual([...kinds].sort(), expected.sort());
    });

    test("has no failure that was not planted", () => {
      const planted = truth().planted.map(({ handlerRun }) => handlerRun);
      const failed = truth().executions.flatMap(({ handlerRuns }) => handlerRuns.filter((run) => run.outcome === "failed"));
      assert.deepEqual(failed.filter((run) => !planted.includes(run.order)), []);
    });

    test("lets a receipt fail after a later receipt has ended", () => {
      const bounced = truth().planted.find(({ handler }) => handler === "NotificationPlugin.sendReceipt");
      const failure = runOf(truth(), bounced);
      const later = truth().executions.filter(({ sequence }) => sequence === executionOf(truth(), bounced).sequence)
        .filter(({ startedAt, handlerRuns }) => startedAt > failure.startedAt && handlerRuns.at(-1).endedAt < failure.endedAt);
      assert.equal(later.length, 1);
    });
  },

  overlapping: (truth) => {
    const executions = (kind) => {
      const { requestIds } = truth().overlaps.find((overlap) => overlap.kind === kind);
      return requestIds.map((requestId) => executionOf(truth(), { requestId }));
    };
    const lastEnd = ({ handlerRuns }) => handlerRuns.at(-1).endedAt;

    test("starts each execution while handlers of the one before are pending", () => {
      for (const { kind } of truth().overlaps) {
        const overlapping = executions(kind);
        overlapping.slice(1).forEach((execution, index) => {
          assert.equal(execution.sequenceId, overlapping[index].sequenceId);
          assert.ok(execution.startedAt >= overlapping[index].endedAt, "the conductor runs one sequence at a time");
          assert.ok(execution.startedAt < lastEnd(overlapping[index]), kind);
        });
      }
    });

    test("changes one key from all of them", () => {
      for (const { kind } of truth().overlaps) {
        executions(kind).forEach(({ handlerRuns }) =>
          assert.ok(handlerRuns.some((run) => [...run.added, ...run.updated].includes("status"))));
      }
    });

    test("ends in reverse order of the start where it should", () => {
      for (const kind of ["ends-in-reverse", "three-at-once"]) {
        const ends = executions(kind).map(lastEnd);
        assert.deepEqual([...ends].sort((a, b) => b - a), ends, kind);
      }
    });

    test("ends in order of the start where it should, with handlers in turn", () => {
      const [first, second] = executions("ends-in-turn");
      assert.ok(lastEnd(first) < lastEnd(second));
      const pending = first.handlerRuns.find((run) => run.ended === "after-sequence" && run.startedAt > second.startedAt);
      assert.ok(pending, "the first goes on while the second runs");
    });

    test("lets the same handler fail in both, the second first", () => {
      const [first, second] = executions("fail-in-the-same-handler").map(({ handlerRuns }) =>
        handlerRuns.find((run) => run.outcome === "failed"));
      assert.equal(first.handler, second.handler);
      assert.ok(second.endedAt < first.endedAt);
      assert.equal(first.ended, "after-sequence");
      assert.equal(second.ended, "after-beat");
    });
  },

  hung: (truth) => {
    test("keeps every later handler of the same execution waiting, and no other execution", () => {
      const { counts, executions } = truth();
      const hung = executions.filter(({ handlerRuns }) => handlerRuns.some((run) => run.outcome === "never-ended"));
      assert.equal(hung.length, 2);
      assert.equal(counts.neverEnded, 2);
      for (const { beats, handlerRuns } of hung) {
        const stuck = handlerRuns.at(-1);
        assert.equal(stuck.outcome, "never-ended");
        beats.slice(stuck.beatOrder).forEach((beat) => assert.ok(beat.waiting.length > 0, beat.event));
      }
      const others = executions.filter((execution) => !hung.includes(execution));
      assert.ok(others.length >= 3);
      assert.ok(others.every(({ beats }) => beats.every((beat) => beat.waiting.length === 0)));
    });

    test("serves others after the first handler hangs", () => {
      const stuck = truth().executions.flatMap(({ handlerRuns }) => handlerRuns).find((run) => run.outcome === "never-ended");
      assert.ok(truth().executions.filter(({ startedAt }) => startedAt > stuck.startedAt).length >= 3);
    });
  },
};

/** What both builds do, but for what the second changed. */
function checkBuilds(folder) {
  const took = (name, handler) =>
    runsOf(read(folder, name), handler).map(({ startedAt, endedAt }) => endedAt - startedAt).sort((a, b) => a - b);
  const median = (times) => times[Math.floor(times.length / 2)];

  test("runs the slowed handler often enough, and it is slower", () => {
    const [before, after] = ["build-v1", "build-v2"].map((name) => took(name, "weighLines"));
    assert.ok(before.length >= 40 && after.length === before.length);
    assert.ok(median(after) > 2 * median(before), `${median(before)} ms, then ${median(after)} ms`);
  });

  test("leaves the others as they were", () => {
    for (const handler of ["readParcel", "askCarriers", "closeDay"]) {
      const [before, after] = ["build-v1", "build-v2"].map((name) => median(took(name, handler)));
      assert.ok(after < 1.5 * before + 2 && before < 1.5 * after + 2, `${handler}: ${before} ms, then ${after} ms`);
    }
  });

  test("has the old name before and the new one after", () => {
    const names = ["sumSales", "totalSales"];
    const runs = (name) => names.map((handler) => runsOf(read(folder, name), handler).length > 0);
    assert.deepEqual([runs("build-v1"), runs("build-v2")], [[true, false], [false, true]]);
  });
}

function executionOf(truth, { requestId }) {
  return truth.executions.find((execution) => execution.requestId === requestId);
}

function runOf(truth, plant) {
  return executionOf(truth, plant)?.handlerRuns.find((run) => run.order === plant.handlerRun);
}

function runsBefore(run, truth) {
  const execution = truth.executions.find(({ handlerRuns }) => handlerRuns.some(({ order }) => order === run.order));
  return execution.handlerRuns.filter(({ order }) => order < run.order);
}

for (const [origin, folder] of [["fresh", fresh], ["committed", COMMITTED]]) {
  for (const name of Object.keys(SESSIONS)) {
    describe(`${origin} ${name}`, () => {
      let truth;
      let lines;
      before(() => {
        truth = read(folder, name);
        lines = readFileSync(join(folder, `${name}.log`), "utf8").split("\n");
      });
      checkTruth(() => truth);
      checkLogAgainstTruth(() => truth, () => lines);
      CHECKS[name]?.(() => truth);
    });
  }
  describe(`${origin} builds`, () => checkBuilds(folder));
}

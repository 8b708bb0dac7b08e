import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Notes what really happens while the shop runs: every execution, its beats, and every call of a handler. It stands
 * beside the handlers and reads no log, so a reading of the log can be compared with it.
 *
 * The README describes the shape of what `toJSON` returns.
 */
export class ExecutionTruth {
  #executions = new Map();
  #beatOfData = new WeakMap();
  #subscribers = new Map();
  #sequenceIds = new Map();
  #publications = [];
  #plants = [];
  #overlaps = [];
  #runs = 0;
  #current = new AsyncLocalStorage();
  #startedAt = now();

  /**
   * @param {string} session
   * @param {{ label: string, commit: string }} build what the shop was built from
   */
  constructor(session, build) {
    this.session = session;
    this.build = build;
  }

  /**
   * Watches the conductor's own events, without subscribing: a subscription would print a line.
   *
   * @param {{ emit: Function, emitAsync: Function }} eventBus
   */
  observe(eventBus) {
    const { emit, emitAsync } = eventBus;
    eventBus.emit = (name, data, ...rest) => {
      this.#onConductorEvent(name, data);
      return emit.call(eventBus, name, data, ...rest);
    };
    eventBus.emitAsync = (name, data) => {
      this.#onBeatEvent(name, data);
      return emitAsync.call(eventBus, name, data);
    };
  }

  /** @param {import("../host/event-router.js").EventRouter} router */
  observeTopics(router) {
    router.onPublish(({ topic, routes }) => {
      const by = this.#current.getStore();
      this.#publications.push({
        topic,
        at: now(),
        routes: routes.map(({ pluginId, sequenceId }) => `${pluginId}::${sequenceId}`),
        by: by ? { requestId: by.requestId, handlerRun: by.run.order } : null,
      });
    });
  }

  /**
   * @param {object} sequence as documented
   * @param {Record<string, Function>} handlers
   * @returns {Record<string, Function>} the same handlers, each noting its calls
   */
  wrap(sequence, handlers) {
    this.#sequenceIds.set(sequence.name, { id: sequence.id, plugin: sequence.pluginId });
    for (const { event, handler } of sequence.movements.flatMap((movement) => movement.beats)) {
      const subscribers = this.#subscribers.get(event) ?? [];
      // The conductor takes one subscription per event from a plugin's sequence, and none without a function.
      if (typeof handlers[handler] === "function" && !subscribers.some((other) => other.sequenceId === sequence.id)) {
        this.#subscribers.set(event, [...subscribers, { plugin: sequence.pluginId, sequenceId: sequence.id, handler }]);
      }
    }
    const wrapped = Object.entries(handlers).map(([name, handler]) => [name, this.#wrapOne(sequence, name, handler)]);
    return Object.fromEntries(wrapped);
  }

  /** Notes that a scenario planted a fault; `toJSON` tells where it struck. */
  plant(kind, requestId, handler, more = {}) {
    this.#plants.push({ kind, requestId, handler, ...more });
  }

  /** Notes which executions a scenario made overlap. */
  overlap(kind, requestIds) {
    this.#overlaps.push({ kind, requestIds });
  }

  /** @returns {string[]} the executions that handlers of an execution started, in their order */
  causedBy(requestId) {
    const caused = [...this.#executions.values()].filter((execution) => execution.causedBy?.requestId === requestId);
    return caused.map((execution) => execution.requestId);
  }

  /** @returns {boolean} whether an execution is not reported as ended, or a handler is running */
  isBusy() {
    return [...this.#executions.values()].some(
      (execution) => execution.endedAt === null || execution.handlerRuns.some((run) => run.outcome === "never-ended"),
    );
  }

  /** @returns {number} how often anything was noted: it stands still when nothing happens any more */
  get size() {
    const ended = [...this.#executions.values()].flatMap((execution) => execution.handlerRuns);
    return this.#executions.size + this.#runs + ended.filter((run) => run.endedAt !== null).length;
  }

  toJSON() {
    const executions = [...this.#executions.values()].map((execution) => ({
      ...execution,
      beats: execution.beats.map((beat) => ({ ...beat, waiting: this.#waiting(execution, beat) })),
    }));
    const plants = this.#plants.map((plant) => {
      const execution = executions.find(({ requestId }) => requestId === plant.requestId);
      const run = execution?.handlerRuns.find(({ plugin, handler }) => `${plugin}.${handler}` === plant.handler);
      return { ...plant, handlerRun: run?.order ?? null };
    });
    return {
      version: 1,
      session: this.session,
      log: `${this.session}.log`,
      conductor: "musical-conductor 1.4.5",
      build: this.build,
      startedAt: this.#startedAt,
      endedAt: now(),
      counts: count(executions, this.#publications),
      planted: plants,
      overlaps: this.#overlaps,
      publications: this.#publications,
      executions,
    };
  }

  #wrapOne(sequence, name, handler) {
    return (data, context) => {
      const { requestId } = data._musicalContext.execution;
      const execution = this.#execution(requestId);
      const beat = this.#beatOfData.get(data);
      const before = { ...context.payload };
      const run = {
        order: (this.#runs += 1),
        plugin: sequence.pluginId,
        sequenceId: sequence.id,
        handler: name,
        event: beat.event,
        beat: beat.number,
        beatOrder: beat.order,
        calledAt: beat.emittedAt,
        startedAt: now(),
        syncEndedAt: null,
        endedAt: null,
        ended: null,
        outcome: "never-ended",
        added: [],
        updated: [],
        removed: [],
        error: null,
      };
      execution.handlerRuns.push(run);
      const end = () => {
        run.endedAt = now();
        run.ended = execution.endedAt !== null ? "after-sequence" : beat.endedAt !== null ? "after-beat" : "in-beat";
      };
      const succeed = (result) => {
        end();
        Object.assign(run, difference(before, { ...context.payload, ...(isObject(result) ? result : {}) }));
        run.outcome = run.added.length + run.updated.length + run.removed.length > 0 ? "changed" : "unchanged";
        return result;
      };
      const fail = (error) => {
        end();
        run.outcome = "failed";
        run.error = { name: error.name, message: error.message };
        throw error;
      };
      return this.#current.run({ requestId, run }, () => {
        let result;
        try {
          result = handler(data, context);
        } catch (error) {
          run.syncEndedAt = now();
          return fail(error);
        }
        run.syncEndedAt = now();
        return typeof result?.then === "function" ? result.then(succeed, fail) : succeed(result);
      });
    };
  }

  #execution(requestId) {
    if (!this.#executions.has(requestId)) {
      this.#executions.set(requestId, {
        requestId,
        sequenceId: null,
        sequence: null,
        plugin: null,
        causedBy: null,
        startedAt: null,
        endedAt: null,
        reported: "nothing",
        beats: [],
        handlerRuns: [],
      });
    }
    return this.#executions.get(requestId);
  }

  #onConductorEvent(name, data) {
    switch (name) {
      case "sequence-started": {
        const { id, plugin } = this.#sequenceIds.get(data.sequenceName);
        Object.assign(this.#execution(data.requestId), {
          sequenceId: id,
          sequence: data.sequenceName,
          plugin,
          startedAt: now(),
        });
        break;
      }
      case "sequence-queued": {
        const by = this.#current.getStore();
        this.#execution(data.requestId).causedBy = by ? { requestId: by.requestId, handlerRun: by.run.order } : null;
        break;
      }
      case "beat-started": {
        const { beats } = this.#execution(data.requestId);
        beats.push({
          order: beats.length + 1,
          number: data.beat,
          event: data.event,
          handler: this.#documentedHandler(data),
          movement: data.movementName,
          startedAt: now(),
          emittedAt: null,
          endedAt: null,
          reported: "nothing",
        });
        break;
      }
      case "beat-completed":
      case "beat-failed":
        Object.assign(this.#execution(data.requestId).beats.at(-1), {
          endedAt: now(),
          reported: name.slice("beat-".length),
        });
        break;
      case "sequence-completed":
      case "sequence-failed":
        Object.assign(this.#execution(data.requestId), { endedAt: now(), reported: name.slice("sequence-".length) });
        break;
    }
  }

  #onBeatEvent(event, data) {
    const requestId = data?._musicalContext?.execution?.requestId;
    if (requestId) {
      const beat = this.#execution(requestId).beats.at(-1);
      beat.emittedAt = now();
      this.#beatOfData.set(data, beat);
    }
  }

  #documentedHandler({ sequenceName, event }) {
    const { id } = this.#sequenceIds.get(sequenceName);
    return this.#subscribers.get(event)?.find(({ sequenceId }) => sequenceId === id)?.handler ?? null;
  }

  /** The handlers that a beat called for and that did not begin: another one of the same execution never ended. */
  #waiting(execution, beat) {
    const begun = execution.handlerRuns.filter((run) => run.beatOrder === beat.order);
    return (this.#subscribers.get(beat.event) ?? []).filter(
      (subscriber) => !begun.some((run) => run.sequenceId === subscriber.sequenceId),
    );
  }
}

function now() {
  return Math.round((performance.timeOrigin + performance.now()) * 1000) / 1000;
}

/** Which keys differ. Objects are compared one level deep, so a change further inside does not count. */
function difference(before, after) {
  const keys = Object.keys(after);
  return {
    added: keys.filter((key) => !(key in before)),
    updated: keys.filter((key) => key in before && !sameOneLevelDeep(before[key], after[key])),
    removed: Object.keys(before).filter((key) => !(key in after)),
  };
}

function sameOneLevelDeep(one, other) {
  if (one === other || !isObject(one) || !isObject(other)) {
    return one === other;
  }
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

function count(executions, publications) {
  const runs = executions.flatMap((execution) => execution.handlerRuns);
  const beats = executions.flatMap((execution) => execution.beats);
  const ofOutcome = (outcome) => runs.filter((run) => run.outcome === outcome).length;
  return {
    executions: executions.length,
    beats: beats.length,
    handlerRuns: runs.length,
    changed: ofOutcome("changed"),
    unchanged: ofOutcome("unchanged"),
    failed: ofOutcome("failed"),
    neverEnded: ofOutcome("never-ended"),
    waiting: beats.reduce((sum, beat) => sum + beat.waiting.length, 0),
    endedAfterBeat: runs.filter((run) => run.ended === "after-beat").length,
    endedAfterSequence: runs.filter((run) => run.ended === "after-sequence").length,
    publications: publications.length,
  };
}

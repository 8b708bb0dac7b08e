import { clock } from "./clock.js";

const BLUE = "color: #007BFF; font-weight: bold;";
const GREY = "color: #6C757D; font-weight: normal;";
const TEAL = "color: #20C997; font-weight: bold;";

/**
 * A small conductor in the manner of `musical-conductor`: it mounts sequences, plays one after the other, and prints
 * what that package prints of it. Unlike the package, it waits for the handlers of a beat.
 */
export class Conductor {
  #mounted = new Map();
  #plugins = new Set();
  #subscribers = new Map();
  #queue = [];
  #draining = null;
  #completed = 0;

  constructor() {
    console.log("🎼 EventBus: Using internal conductor (legacy mode)");
    console.log("🎼 MusicalConductor vunknown: Initialized with core components");
  }

  /** Mounts one sequence with the handlers that its beats name. */
  mount(sequence, handlers, pluginId) {
    console.log(`🧠 PluginManager: Attempting to mount plugin: ${pluginId}`);
    console.log(`🎼 SequenceRegistry: Registered sequence "${sequence.name}" (id: ${sequence.id})`);
    for (const { event, handler } of sequence.movements.flatMap((movement) => movement.beats)) {
      if (typeof handlers[handler] !== "function") {
        throw new Error(`${sequence.id}: ${pluginId} has no handler ${handler}`);
      }
      const subscribers = this.#subscribers.get(event) ?? [];
      subscribers.push({ pluginId, sequenceId: sequence.id, name: handler, call: handlers[handler] });
      this.#subscribers.set(event, subscribers);
      const by = `${pluginId}:${sequence.id}`;
      console.log(`📡 EventBus: Subscribed to "${event}" (${subscribers.length} total subscribers) (plugin: ${by})`);
    }
    this.#mounted.set(sequence.id, sequence);
    this.#plugins.add(pluginId);
    console.log(`✅ Plugin mounted successfully: ${pluginId}`);
  }

  /** @returns {number} how many sequences are mounted */
  size() {
    return this.#mounted.size;
  }

  /** Queues an execution and returns its request id. */
  play(pluginId, sequenceId, data = {}) {
    console.log(`🎼 PluginInterfaceFacade.play(): ${pluginId} -> ${sequenceId}`);
    const sequence = this.#mounted.get(sequenceId);
    if (!sequence) {
      console.warn(`🎼 PluginInterfaceFacade.play(): Sequence with ID "${sequenceId}" not found!`);
      return null;
    }
    const requestId = `${sequenceId}-${clock.now()}-${Math.random().toString(36).slice(2, 11)}`;
    this.#queue.push({ sequence, data, requestId });
    console.log(
      `🎼 ExecutionQueue: Enqueued "${sequence.name}" with priority NORMAL (Queue size: ${this.#queue.length})`,
    );
    this.#draining ??= this.#drain();
    return requestId;
  }

  /** Resolves when nothing is played or queued. */
  async idle() {
    while (this.#draining) {
      await this.#draining;
    }
  }

  async #drain() {
    await null;
    while (this.#queue.length > 0) {
      await this.#execute(this.#queue.shift());
    }
    this.#draining = null;
  }

  async #execute({ sequence, data, requestId }) {
    const { name, movements } = sequence;
    const startedAt = clock.now();
    console.log(`🎼 ExecutionQueue: Dequeued "${name}"`);
    console.log(`🎼 ExecutionQueue: Now executing "${name}"`);
    const execution = { sequence, data, requestId, payload: {} };
    for (const movement of movements) {
      console.log(`🎵 MovementExecutor: Starting movement "${movement.name}" with ${movement.beats.length} beats`);
      console.log("%c🎼 Sequence: " + name, BLUE);
      console.log("%c🆔 Request ID: " + requestId, GREY);
      for (const [position, beat] of movement.beats.entries()) {
        console.log(`🥁 MovementExecutor: Executing beat ${beat.beat} (${position + 1}/${movement.beats.length})`);
        await this.#beat(beat, execution);
      }
      console.log(`✅ MovementExecutor: Movement "${movement.name}" completed successfully`);
    }
    this.#completed += 1;
    console.log(`🎼 ExecutionQueue: Marked "${name}" as completed (Total completed: ${this.#completed})`);
    console.log(`✅ SequenceExecutor: Sequence "${name}" completed in ${clock.now() - startedAt}ms`);
  }

  async #beat(beat, execution) {
    const startedAt = clock.now();
    console.log(`🎵 Beat ${beat.beat} Started: ${beat.title} (${beat.event})`);
    console.log("%c🎯 Event: " + beat.event, TEAL);
    for (const subscriber of this.#subscribers.get(beat.event) ?? []) {
      await this.#call(subscriber, beat, execution);
    }
    console.log(`✅ BeatExecutor: Beat ${beat.beat} (${beat.event}) completed in ${clock.now() - startedAt}ms`);
  }

  async #call({ pluginId, name, call }, beat, { sequence, data, requestId, payload }) {
    const before = snapshot(payload);
    try {
      const result = await call(data, { payload, conductor: this, requestId });
      if (result && typeof result === "object") {
        Object.assign(payload, result);
      }
    } catch (error) {
      console.error(`🧠 PluginManager: Handler execution failed for ${pluginId}.${name}:`, error);
      return;
    }
    const at = `seq=${sequence.name} beat=? event=${beat.event} handler=${name}`;
    const { changes, keys } = compare(before, snapshot(payload));
    if (changes.length === 0) {
      console.log(`🎽 DataBaton: No changes | ${at}`);
      return;
    }
    const preview = JSON.stringify(Object.fromEntries(keys.map((key) => [key, payload[key]]))).slice(0, 120);
    console.log(`🎽 DataBaton: ${changes.join(" ")} | ${at} plugin=${pluginId} req=${requestId} preview=${preview}`);
  }
}

function snapshot(payload) {
  return new Map(Object.entries(payload).map(([key, value]) => [key, JSON.stringify(value)]));
}

function compare(before, after) {
  const added = [...after.keys()].filter((key) => !before.has(key));
  const updated = [...after.keys()].filter((key) => before.has(key) && before.get(key) !== after.get(key));
  const removed = [...before.keys()].filter((key) => !after.has(key));
  const changes = [["+", added], ["~", updated], ["-", removed]]
    .filter(([, keys]) => keys.length > 0)
    .map(([sign, keys]) => sign + keys.join(","));
  return { changes, keys: [...added, ...updated] };
}

/**
 * Topics on top of the conductor: whoever publishes a topic does not know which sequences it starts. The routes
 * stand in `topics-manifest.json`.
 */
export class EventRouter {
  /**
   * @param {{ topics: Record<string, { routes: { pluginId: string, sequenceId: string }[] }> }} manifest
   * @param {Record<string, { pluginId: string, sequenceId: string }[]>} [rerouted] routes to take instead
   */
  constructor(manifest, rerouted = {}) {
    this.topics = manifest.topics;
    this.rerouted = rerouted;
    this.listeners = [];
    this.subscribers = new Map();
  }

  /** Calls a function with the payload of every publication of a topic, before its delivery. */
  subscribe(topic, subscriber) {
    this.subscribers.set(topic, [...(this.subscribers.get(topic) ?? []), subscriber]);
  }

  /** Tells a listener of every publication, before its delivery. Prints nothing. */
  onPublish(listener) {
    this.listeners.push(listener);
  }

  /**
   * Publishes a topic: starts the sequence of every route, without waiting for their end.
   *
   * @param {string} topic
   * @param {object} payload
   * @param {{ play: Function }} conductor the conductor, or the one that a handler gets in its context
   * @returns {Promise<string[]>} the request ids of the started executions
   */
  publish(topic, payload, conductor) {
    const definition = this.topics[topic];
    if (!definition) {
      console.warn(`[EventRouter] Topic '${topic}' is not in the manifest`);
      return Promise.resolve([]);
    }
    const routes = this.rerouted[topic] ?? definition.routes;
    console.log(`[EventRouter] Topic '${topic}' definition:`, {
      routes: routes.length,
      hasThrottle: Boolean(definition.perf?.throttleMs),
      hasDebounce: Boolean(definition.perf?.debounceMs),
    });
    for (const listener of this.listeners) {
      listener({ topic, routes });
    }
    for (const subscriber of this.subscribers.get(topic) ?? []) {
      subscriber(payload);
    }
    console.log(`[EventRouter] Starting delivery for '${topic}' with ${routes.length} routes`);
    const started = routes.map(({ pluginId, sequenceId }) => {
      const hasPlay = typeof conductor?.play === "function";
      console.log(`[topics] Routing '${topic}' -> ${pluginId}::${sequenceId} (hasPlay=${hasPlay})`);
      return conductor.play(pluginId, sequenceId, { ...payload });
    });
    return Promise.all(started);
  }
}

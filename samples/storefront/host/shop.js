import { initializeCommunicationSystem } from "musical-conductor";
import { loadDocumentedSequences } from "./documented-sequences.js";
import { Score } from "./score.js";
import { router } from "./topics.js";

/**
 * Starts the shop: a conductor with every documented sequence mounted.
 *
 * @param {{ observe(eventBus: object): void, wrap(sequence: object, handlers: object): object }} [truth] notes what
 *     really happens; without it the shop runs just the same
 * @returns {Promise<{ conductor: object, publish(topic: string, payload: object): Promise<string[]> }>}
 */
export async function startShop(truth) {
  console.debug("[storefront] starting");
  const { conductor, eventBus } = initializeCommunicationSystem();
  truth?.observe(eventBus);
  const scores = new Map();
  for (const { sequence, handlers } of await loadDocumentedSequences()) {
    const score = new Score(sequence);
    scores.set(sequence.name, score);
    const guarded = score.guard(handlers);
    const mounted = truth ? truth.wrap(score.sequence, guarded) : guarded;
    const result = await conductor.mount(score.sequence, mounted, sequence.pluginId);
    if (!result.success) {
      throw new Error(`${sequence.id} could not be mounted: ${result.message}`);
    }
  }
  follow(eventBus, scores);
  console.info(`[storefront] open with ${conductor.getSequenceNames().length} sequences`);
  return {
    conductor,
    publish: (topic, payload) => router.publish(topic, payload, conductor),
  };
}

/** Tells every score what the conductor plays of it. */
function follow(eventBus, scores) {
  const on = (name, tell) => eventBus.subscribe(name, (data) => tell(scores.get(data.sequenceName), data));
  on("sequence-started", (score, { requestId, data }) => score.open(requestId, data));
  on("beat-started", (score, { event }) => score.at(event));
  on("beat-completed", (score) => score.at(null));
  on("sequence-completed", (score) => score.close());
  on("sequence-failed", (score) => score.close());
}

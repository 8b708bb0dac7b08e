import { initializeCommunicationSystem } from "musical-conductor";
import { loadDocumentedSequences } from "./documented-sequences.js";
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
  for (const { sequence, handlers } of await loadDocumentedSequences()) {
    const mounted = truth ? truth.wrap(sequence, handlers) : handlers;
    const result = await conductor.mount(sequence, mounted, sequence.pluginId);
    if (!result.success) {
      throw new Error(`${sequence.id} could not be mounted: ${result.message}`);
    }
  }
  console.info(`[storefront] open with ${conductor.getSequenceNames().length} sequences`);
  return {
    conductor,
    publish: (topic, payload) => router.publish(topic, payload, conductor),
  };
}

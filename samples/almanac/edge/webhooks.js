import { router } from "../host/topics.js";

/** What the payment house, the carrier and the editors' archive tell us. */
export class Webhooks {
  #conductor;

  constructor(conductor) {
    this.#conductor = conductor;
  }

  /** @param {{ type: string }} event */
  payment(event) {
    return router.publish(`payment.${event.type}`, event, this.#conductor);
  }

  scan(event) {
    return router.publish("delivery.scan.received", event, this.#conductor);
  }

  archive(event) {
    return router.publish("sync.event.received", event, this.#conductor);
  }
}

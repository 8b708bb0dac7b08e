import { router } from "../host/topics.js";

/** What browsers and apps may ask for. */
export class Http {
  #conductor;

  constructor(conductor) {
    this.#conductor = conductor;
  }

  signUp = (body) => this.#publish("member.signup.requested", body);
  logIn = (body) => this.#publish("member.login.requested", body);
  moveTo = (body) => this.#publish("member.address.requested", body);
  read = (body) => this.#publish("issue.read.requested", body);
  search = (body) => this.#publish("issue.search.requested", body);
  ask = (body) => this.#publish("support.ticket.requested", body);
  pay = (body) => this.#publish("billing.charge.requested", body);
  health = () => this.#conductor.play("UpkeepPlugin", "upkeep-health-symphony", { node: "primary" });

  #publish(topic, body) {
    return router.publish(topic, body, this.#conductor);
  }
}

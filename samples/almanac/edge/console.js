import { readFileSync } from "node:fs";

const MANIFEST = new URL("../interaction-manifest.json", import.meta.url);

/** What members and staff do in the interface: it sends the name of an interaction. */
export class Console {
  #conductor;
  #routes = JSON.parse(readFileSync(MANIFEST, "utf8")).routes;

  constructor(conductor) {
    this.#conductor = conductor;
  }

  interact(name, data) {
    const route = this.#routes[name];
    if (!route) {
      throw new RangeError(`No interaction ${name}`);
    }
    return this.#conductor.play(route.pluginId, route.sequenceId, data);
  }
}

import { readFileSync } from "node:fs";

const EXTENSIONS = new URL("../config/extensions.json", import.meta.url);
const RATES = new URL("../config/rates.json", import.meta.url);

/** Mounts what the configuration of this installation asks for, in sequences that no document describes. */
export async function mountExtensions(conductor) {
  for (const config of read(EXTENSIONS).extensions) {
    if (!config.regions.includes("domestic")) {
      continue;
    }
    const { handlers } = await import(config.module);
    conductor.mount(sequenceFor(config), handlers, config.plugin);
  }
  const { currencies, providers } = read(RATES);
  for (const name of currencies.map((currency) => providers[currency])) {
    const { handlers } = await import(`../plugins/sync/src/providers/${name}.js`);
    const [call] = Object.keys(handlers);
    const config = { plugin: "SyncPlugin", name: `Sync Provider ${name}`, event: `sync:provider:${name}`, call };
    conductor.mount(sequenceFor(config), handlers, "SyncPlugin");
  }
}

function read(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

function sequenceFor({ plugin, name, event, call }) {
  const beats = [{ beat: 1, event, title: name, handler: call, timing: "immediate" }];
  return { pluginId: plugin, id: `${event.replaceAll(":", "-")}-symphony`, name, movements: [{ name: "Only", beats }] };
}

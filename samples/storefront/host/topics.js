import { readFileSync } from "node:fs";
import { EventRouter } from "./event-router.js";
import { REROUTED } from "./rerouted.js";

const MANIFEST = new URL("../topics-manifest.json", import.meta.url);

/** The one router of the running shop. */
export const router = new EventRouter(JSON.parse(readFileSync(MANIFEST, "utf8")), REROUTED);

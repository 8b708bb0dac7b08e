import { readFileSync } from "node:fs";
import { EventRouter } from "../../storefront/host/event-router.js";

const MANIFEST = new URL("../topics-manifest.json", import.meta.url);

/** The one router of the running system. */
export const router = new EventRouter(JSON.parse(readFileSync(MANIFEST, "utf8")));

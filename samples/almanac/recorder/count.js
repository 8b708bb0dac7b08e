import { register } from "node:module";

/** How often each handler ran, noted by the handlers themselves as their modules export them. */
export const runs = new Map();

const ROOT = new URL("../", import.meta.url).href;

globalThis.__countHandlers = (handlers, url) => {
  const module = url.slice(ROOT.length);
  for (const [name, handler] of Object.entries(handlers)) {
    const count = { runs: 0, asBeats: 0 };
    runs.set(`${module}#${name}`, count);
    handlers[name] = (...parameters) => {
      count.runs += 1;
      // Only the conductor passes a request.
      count.asBeats += parameters[1]?.requestId ? 1 : 0;
      return handler(...parameters);
    };
  }
};

register("./count-loader.js", import.meta.url);

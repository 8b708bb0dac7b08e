import { spawnSync } from "node:child_process";
import { Session } from "node:inspector/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/**
 * Where every handler of a build is defined. Nothing is read from the text of the code: the modules are loaded, and
 * the engine is asked where the function begins that the shop would call.
 *
 * @param {string} code the folder with the build
 * @returns {object[]}
 */
export function handlersOf(code) {
  const self = fileURLToPath(import.meta.url);
  const { status, stdout, stderr } = spawnSync(process.execPath, [self, code], { encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`The handlers of ${code} could not be located: ${stderr}`);
  }
  return JSON.parse(stdout);
}

async function locateAll(code) {
  const root = pathToFileURL(`${code}/`);
  const { loadDocumentedSequences } = await import(new URL("host/documented-sequences.js", root).href);
  const located = [];
  const undocumented = new Map();
  for (const { sequence, handlers, handlersPath } of await loadDocumentedSequences()) {
    const beats = sequence.movements.flatMap((movement) => movement.beats);
    for (const { beat, event, handler } of beats) {
      const where = await locate(handlers[handler], root);
      located.push({ plugin: sequence.pluginId, sequence: sequence.id, beat, event, handler, handlersPath, ...where });
    }
    const ofModule = undocumented.get(handlersPath) ?? { plugin: sequence.pluginId, handlers, named: new Set() };
    beats.forEach(({ handler }) => ofModule.named.add(handler));
    undocumented.set(handlersPath, ofModule);
  }
  // What a module offers and no document names.
  for (const [handlersPath, { plugin, handlers, named }] of undocumented) {
    for (const handler of Object.keys(handlers).filter((name) => !named.has(name))) {
      const where = await locate(handlers[handler], root);
      located.push({ plugin, sequence: null, beat: null, event: null, handler, handlersPath, ...where });
    }
  }
  return located;
}

const session = new Session();
const scripts = new Map();

async function locate(handler, root) {
  globalThis.__located = handler;
  const { result } = await session.post("Runtime.evaluate", { expression: "globalThis.__located" });
  const { internalProperties } = await session.post("Runtime.getProperties", { objectId: result.objectId });
  const location = internalProperties.find(({ name }) => name === "[[FunctionLocation]]").value.value;
  const url = scripts.get(location.scriptId);
  if (!url.startsWith(root.href)) {
    throw new Error(`${handler.name} is not in the build: ${url}`);
  }
  return { function: handler.name, file: url.slice(root.href.length), line: location.lineNumber + 1 };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  session.connect();
  session.on("Debugger.scriptParsed", ({ params }) => scripts.set(params.scriptId, params.url));
  await session.post("Debugger.enable");
  const located = await locateAll(join(process.argv[2]));
  session.disconnect();
  process.stdout.write(JSON.stringify(located));
}

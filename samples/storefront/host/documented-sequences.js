import { readFileSync, readdirSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);

/** The order in which a shop mounts its plugins: what is subscribed first is called first. */
const FOLDERS = ["catalog", "cart", "checkout", "notification", "shipping", "reporting"];

/**
 * Reads every documented sequence with the module that holds its handlers.
 *
 * @returns {Promise<{ sequence: object, handlers: Record<string, Function>, handlersPath: string }[]>}
 */
export async function loadDocumentedSequences() {
  const unknown = readdirSync(new URL("json-sequences/", ROOT)).filter((folder) => !FOLDERS.includes(folder));
  if (unknown.length > 0) {
    throw new Error(`json-sequences/${unknown[0]} has no place in the mount order`);
  }
  const documented = [];
  for (const folder of FOLDERS) {
    const index = readJson(`json-sequences/${folder}/index.json`);
    for (const { file, handlersPath } of index.sequences) {
      const sequence = readJson(`json-sequences/${folder}/${file}`);
      const { handlers } = await import(new URL(handlersPath, ROOT).href);
      documented.push({ sequence, handlers, handlersPath });
    }
  }
  return documented;
}

function readJson(path) {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
}

import { readFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const FOLDERS = ["members", "billing", "issues", "delivery", "ledger", "support", "sync", "upkeep"];

/** Reads the sequences that the indexes name, each with the module that holds its handlers. */
export async function loadDocumentedSequences() {
  const documented = [];
  for (const folder of FOLDERS) {
    const index = readJson(`json-sequences/${folder}/index.json`);
    for (const { file, handlersPath } of index.sequences) {
      const sequence = readJson(`json-sequences/${folder}/${file}`);
      const { handlers } = await import(new URL(handlersPath, ROOT).href);
      documented.push({ sequence, handlers });
    }
  }
  return documented;
}

function readJson(path) {
  return JSON.parse(readFileSync(new URL(path, ROOT), "utf8"));
}

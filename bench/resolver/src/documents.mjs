import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const SKIPPED = new Set(["node_modules", ".git", "dist", "target"]);

/**
 * A handler that a document names.
 *
 * @typedef {object} Named
 * @property {string} plugin the document's `pluginId`, empty where it has none
 * @property {string} sequence the document's `id`, else its `name`
 * @property {string} sequenceName the document's `name`, else its `id`
 * @property {string} handler
 * @property {string} document the document's path within the checkout
 * @property {{ specifier: string, index: string }[]} modules what the indexes beside the document name
 */

/**
 * Everything that the documented sequences of a checkout name.
 *
 * @param {string} root
 * @returns {Named[]}
 */
export function namedHandlers(root) {
  return jsonFiles(root).flatMap((file) => ofDocument(root, file));
}

function ofDocument(root, file) {
  const document = parsed(file);
  const movements = Array.isArray(document?.movements) ? document.movements : [];
  const names = movements
    .flatMap((movement) => (Array.isArray(movement?.beats) ? movement.beats : []))
    .map((beat) => (typeof beat?.handler === "string" ? beat.handler : beat?.handler?.name))
    .filter((name) => typeof name === "string" && name !== "");
  const sequence = document?.id ?? document?.name;
  if (names.length === 0 || typeof sequence !== "string") {
    return [];
  }
  const modules = modulesOf(file);
  return [...new Set(names)].map((handler) => ({
    plugin: document.pluginId ?? "",
    sequence,
    sequenceName: document.name ?? sequence,
    handler,
    document: relative(root, file).split(sep).join("/"),
    modules,
  }));
}

function modulesOf(file) {
  const index = join(dirname(file), "index.json");
  const entries = existsSync(index) ? parsed(index)?.sequences : undefined;
  return (Array.isArray(entries) ? entries : [])
    .filter((entry) => typeof entry?.file === "string" && typeof entry.handlersPath === "string")
    .filter((entry) => resolve(dirname(index), entry.file) === resolve(file))
    .map((entry) => ({ specifier: entry.handlersPath, index }));
}

function jsonFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return SKIPPED.has(entry.name) ? [] : jsonFiles(path);
      }
      return entry.isFile() && entry.name.endsWith(".json") ? [path] : [];
    });
}

/** @returns {any} what a file of JSON says, undefined where it is none */
export function parsed(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
}

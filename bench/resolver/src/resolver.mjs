import ts from "typescript";
import { namedHandlers } from "./documents.mjs";
import { Functions, joined, none, reasonOf } from "./functions.mjs";
import { Modules } from "./modules.mjs";

/**
 * A handler of a documented sequence and the function it is.
 *
 * @typedef {object} Resolved
 * @property {string[]} plugins of the documents that have the sequence's id
 * @property {string} sequence
 * @property {string[]} names of the sequence
 * @property {string} handler
 * @property {{ path: string, line: number } | null} place
 * @property {string} reason why there is no place
 */

/**
 * @param {string} root a checkout
 * @returns {Resolved[]} one for each handler that a documented sequence names
 */
export function resolveDocuments(root) {
  const modules = new Modules(root);
  const named = namedHandlers(root).map((one) => ({
    ...one,
    found: one.modules.map(({ specifier, index }) => modules.find(specifier, index)),
  }));
  const functions = functionsOf(
    root,
    modules,
    named.flatMap((one) => one.found.flatMap(({ files }) => files)),
  );
  const groups = new Map();
  for (const one of named) {
    const key = JSON.stringify([one.sequence, one.handler]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((documents) => resolved(documents, functions));
}

/**
 * @param {string} root a checkout
 * @param {{ handlersPath: string, handler: string }[]} wanted
 * @returns {import("./functions.mjs").Found[]} one for each
 */
export function resolveNames(root, wanted) {
  const modules = new Modules(root);
  const found = wanted.map(({ handlersPath }) => modules.find(handlersPath, `${root}/index.json`));
  const functions = functionsOf(
    root,
    modules,
    found.flatMap(({ files }) => files),
  );
  return wanted.map(({ handler }, i) => ofModule(found[i], handler, functions));
}

function functionsOf(root, modules, files) {
  return new Functions(root, ts.createProgram([...new Set(files)], modules.options));
}

/** Copies of a document may name modules that are not in the checkout; those that are there count. */
function resolved(documents, functions) {
  const founds = documents.flatMap(({ found, handler }) =>
    found.length === 0
      ? [none("no index beside the document names a module")]
      : found.map((module) => ofModule(module, handler, functions)),
  );
  const places = founds.filter((found) => found.places.length > 0);
  const found = joined(places.length > 0 ? places : founds, "");
  const reason = reasonOf(found);
  return {
    plugins: [...new Set(documents.map(({ plugin }) => plugin))],
    sequence: documents[0].sequence,
    names: [...new Set(documents.map(({ sequenceName }) => sequenceName))],
    handler: documents[0].handler,
    place: reason === "" ? found.places[0] : null,
    reason,
  };
}

function ofModule({ files, reason }, handler, functions) {
  return files.length === 0
    ? none(reason)
    : joined(
        files.map((file) => functions.handler(file, handler)),
        "",
      );
}

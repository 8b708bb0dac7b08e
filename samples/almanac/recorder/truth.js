import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PLANTED = { dead: 40, rare: 20, reflective: 10 };

/**
 * Adds to each handler of the truth how often it ran, and holds the truth against the recording and the code.
 *
 * @returns {object} the truth with `runs` (all) and `asBeats` (those that the conductor called, and printed)
 */
export function checkTruth(truth, runs, root) {
  const handlers = truth.handlers.map((row) => {
    const count = runs.get(`${row.module}#${row.handler}`) ?? { runs: 0, asBeats: 0 };
    return { ...row, line: lineOf(root, row.file, row.handler), ...count };
  });
  const listed = handlers.map(({ module, handler }) => `${module}#${handler}`);
  const wrong = [
    ...[...runs.keys()].filter((key) => !listed.includes(key)).map((key) => `${key} is not in the truth`),
    ...listed.filter((key, position) => listed.indexOf(key) !== position).map((key) => `${key} is there twice`),
    ...handlers.filter(({ kind, runs }) => kind === "dead" && runs > 0).map(({ handler }) => `${handler} is dead and ran`),
    ...handlers.filter(({ kind, runs }) => kind === "live" && runs === 0).map(({ handler }) => `${handler} never ran`),
    ...handlers.filter(({ line }) => line === 0).map((each) => `${each.file} has no ${each.handler}`),
    ...Object.entries(PLANTED)
      .filter(([kind, count]) => handlers.filter((each) => each.kind === kind).length !== count)
      .map(([kind, count]) => `there are not ${count} ${kind} ones`),
    ...modules(root).filter((module) => !handlers.some((each) => each.module === module)).map((module) => `nothing of ${module}`),
  ];
  if (wrong.length > 0) {
    throw new Error(`The truth is wrong: ${wrong.join("; ")}`);
  }
  return { ...truth, handlers };
}

/** The line where a file defines a handler, or 0. */
function lineOf(root, file, handler) {
  const definition = new RegExp(`^(export )?(async )?function ${handler}\\(|^(export )?const ${handler} =|^  (async )?${handler}\\(`);
  return readFileSync(join(root, file), "utf8").split("\n").findIndex((line) => definition.test(line)) + 1;
}

function modules(root) {
  return readdirSync(join(root, "plugins"), { recursive: true })
    .map((file) => `plugins/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".js") && readFileSync(join(root, file), "utf8").includes("export const handlers"));
}

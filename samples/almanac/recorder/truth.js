import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const PLANTED = { dead: 40, rare: 20, reflective: 10 };

/**
 * Adds to each handler of the truth how often it ran, and holds the truth against the recording and the code.
 *
 * @returns {object} the truth with `runs` (all) and `asBeats` (those that the conductor called, and printed)
 */
export function checkTruth(truth, runs, root) {
  const handlers = truth.handlers.map((row) => ({ ...row, ...(runs.get(`${row.module}#${row.handler}`) ?? { runs: 0, asBeats: 0 }) }));
  const listed = handlers.map(({ module, handler }) => `${module}#${handler}`);
  const wrong = [
    ...[...runs.keys()].filter((key) => !listed.includes(key)).map((key) => `${key} is not in the truth`),
    ...listed.filter((key, position) => listed.indexOf(key) !== position).map((key) => `${key} is there twice`),
    ...handlers.filter(({ kind, runs }) => kind === "dead" && runs > 0).map(({ handler }) => `${handler} is dead and ran`),
    ...handlers.filter(({ kind, runs }) => kind === "live" && runs === 0).map(({ handler }) => `${handler} never ran`),
    ...handlers.filter(({ file, handler }) => !defines(root, file, handler)).map((each) => `${each.file} has no ${each.handler}`),
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

function defines(root, file, handler) {
  const text = readFileSync(join(root, file), "utf8");
  return [`function ${handler}(`, `const ${handler} =`, `  ${handler}(`, `  async ${handler}(`].some((each) => text.includes(each));
}

function modules(root) {
  return readdirSync(join(root, "plugins"), { recursive: true })
    .map((file) => `plugins/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".js") && readFileSync(join(root, file), "utf8").includes("export const handlers"));
}

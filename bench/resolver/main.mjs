import { existsSync, realpathSync } from "node:fs";
import { compared, described } from "./src/comparison.mjs";
import { resolveDocuments } from "./src/resolver.mjs";
import { rowsOf } from "./src/rows.mjs";

const USAGE = `usage: bench/resolver.sh <checkout> <mappings.json> [--build <label>]
       bench/resolver.sh <checkout> --list
`;

/** Exit codes: 0 no row differs, 1 a row differs, 2 nothing could be compared. */
function main([checkout, mappings, ...flags]) {
  if (!checkout || !mappings) {
    return fail(USAGE);
  }
  if (!existsSync(checkout)) {
    return fail(`there is no ${checkout}\n`);
  }
  const root = realpathSync(checkout);
  if (mappings === "--list") {
    process.stdout.write(listed(resolveDocuments(root)));
    return 0;
  }
  const label = flags[0] === "--build" ? flags[1] : undefined;
  const rows = rowsOf(mappings).filter((row) => label === undefined || row.build === label);
  const builds = new Set(rows.map(({ build, commit }) => `${build ?? "-"} ${commit ?? "-"}`));
  if (rows.length === 0 || builds.size > 1) {
    const which = [...builds].join(", ");
    return fail(
      rows.length === 0 ? "no row to compare\n" : `the rows are of several builds, choose one: ${which}\n`,
    );
  }
  const result = compared(rows, resolveDocuments(root));
  process.stdout.write(described(result));
  return result.different.length > 0 ? 1 : 0;
}

function listed(resolved) {
  const lines = resolved.map(({ sequence, handler, place, reason }) =>
    [sequence, handler, place?.path ?? "", place?.line ?? "", reason].join("\t").trimEnd(),
  );
  return `${["sequence\thandler\tpath\tline\treason", ...lines.sort()].join("\n")}\n`;
}

function fail(message) {
  process.stderr.write(message);
  return 2;
}

process.exitCode = main(process.argv.slice(2));

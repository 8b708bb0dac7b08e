import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Runs the tests of the handlers, and writes what they cover as LCOV and as Istanbul's JSON. Paths are relative. */
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const HERE = join(ROOT, "coverage");
const C8 = join(HERE, "node_modules/c8/bin/c8.js");

const tests = readdirSync(join(ROOT, "test/handlers")).map((file) => join("test/handlers", file));
const temporary = mkdtempSync(join(tmpdir(), "storefront-coverage-"));
const options = ["--all", "--include=plugins/**", "--reporter=lcovonly", "--reporter=json", `--reports-dir=${temporary}`];
try {
  const { status, stdout } = spawnSync(
    process.execPath,
    [C8, ...options, `--temp-directory=${join(temporary, "raw")}`, process.execPath, "--test", ...tests],
    { cwd: ROOT, encoding: "utf8" },
  );
  if (status !== 0) {
    throw new Error(`The tests of the handlers ended with ${status}: ${stdout}`);
  }
  writeFileSync(join(HERE, "lcov.info"), relative(readFileSync(join(temporary, "lcov.info"), "utf8")));
  const files = JSON.parse(relative(readFileSync(join(temporary, "coverage-final.json"), "utf8")));
  const sorted = Object.keys(files).sort().map((file) => ` ${JSON.stringify(file)}: ${JSON.stringify(files[file])}`);
  writeFileSync(join(HERE, "coverage-final.json"), `{\n${sorted.join(",\n")}\n}\n`);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
process.stdout.write("coverage/lcov.info\ncoverage/coverage-final.json\n");

/** Node on Windows writes its paths with backslashes, and in JSON with two. */
function relative(text) {
  return text.replaceAll(JSON.stringify(ROOT).slice(1, -1), "").replaceAll(ROOT, "").replaceAll(/(?<=^SF:.*)\\/gm, "/");
}

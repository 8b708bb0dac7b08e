import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Runs the tests and writes what they cover as LCOV, with relative paths. */
export function recordCoverage(root) {
  const tests = readdirSync(join(root, "test")).map((file) => join("test", file));
  const options = ["--test", "--experimental-test-coverage", "--test-reporter=lcov", ...tests];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { cwd: root, encoding: "utf8" });
  if (status !== 0) {
    throw new Error(`The tests ended with ${status}: ${stdout}${stderr}`);
  }
  const records = stdout.split(/(?<=end_of_record\n)/).map((each) => each.replaceAll("\\", "/"));
  const kept = records.filter((each) => /^(TN:.*\n)?SF:plugins\//.test(each)).sort();
  mkdirSync(join(root, "coverage"), { recursive: true });
  writeFileSync(join(root, "coverage/lcov.info"), kept.join(""));
}

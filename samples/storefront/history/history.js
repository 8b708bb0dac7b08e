import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
export const BUNDLE = join(ROOT, "storefront.bundle");
export const COMMITS = join(ROOT, "history/commits.json");

/** What the shop's own history holds: its sources. Recordings and what makes them stay outside. */
export const SOURCES = [
  "host",
  "interaction-manifest.json",
  "json-sequences",
  "package-lock.json",
  "package.json",
  "plugin-manifest.json",
  "plugins",
  "services",
  "test/handlers",
  "topics-manifest.json",
];

const COMMITTED = {
  v1: { date: "2026-11-20T09:00:00+0000", message: "Shipping and reporting" },
  v2: { date: "2026-11-22T09:00:00+0000", message: "Weigh every line, close the day in a file of its own" },
};

/** Git as it is everywhere: nobody's settings, always the same author. */
export function git(folder, parameters, date = COMMITTED.v1.date) {
  const person = { NAME: "Storefront", EMAIL: "storefront@example.org", DATE: date };
  const environment = { PATH: process.env.PATH, HOME: folder, TZ: "UTC", LC_ALL: "C" };
  for (const [key, value] of Object.entries(person)) {
    environment[`GIT_AUTHOR_${key}`] = value;
    environment[`GIT_COMMITTER_${key}`] = value;
  }
  Object.assign(environment, { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", GIT_CEILING_DIRECTORIES: tmpdir() });
  const settings = ["core.autocrlf=false", "core.filemode=false", "commit.gpgsign=false", "pack.threads=1", "gc.auto=0"];
  const all = [...settings.flatMap((setting) => ["-c", setting]), "-c", "advice.detachedHead=false", ...parameters];
  return execFileSync("git", all, { cwd: folder, env: environment, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();
}

/**
 * Builds the two commits: the first is the folder's sources with `first.patch`, the second the sources as they are.
 *
 * @param {string} bundle the file to write
 * @returns {{ v1: string, v2: string }} the ids
 */
export function buildHistory(bundle) {
  return inTemporaryFolder((folder) => {
    git(folder, ["init", "--quiet", "--object-format=sha1", "--initial-branch=main"]);
    copySources(folder);
    git(folder, ["apply", join(ROOT, "history/first.patch")]);
    const v1 = commit(folder, "v1");
    for (const source of SOURCES) {
      rmSync(join(folder, source), { recursive: true });
    }
    copySources(folder);
    const v2 = commit(folder, "v2");
    git(folder, ["bundle", "create", "--quiet", bundle, "HEAD", "main", "v1", "v2"]);
    return { v1, v2 };
  });
}

/** @returns {{ v1: string, v2: string }} */
export function commits() {
  return JSON.parse(readFileSync(COMMITS, "utf8"));
}

/** Unpacks a commit of the bundle into a new folder, ready to run. The caller removes the folder. */
export function unpack(label) {
  const folder = mkdtempSync(join(tmpdir(), `storefront-${label}-`));
  try {
    git(folder, ["clone", "--quiet", "--no-checkout", BUNDLE, "."]);
    git(folder, ["checkout", "--quiet", commits()[label]]);
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

export function inTemporaryFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), "storefront-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function copySources(folder) {
  for (const source of SOURCES) {
    mkdirSync(join(folder, source, ".."), { recursive: true });
    cpSync(join(ROOT, source), join(folder, source), { recursive: true });
  }
}

function commit(folder, label) {
  const { date, message } = COMMITTED[label];
  git(folder, ["add", "--all"]);
  git(folder, ["commit", "--quiet", "--no-verify", "--message", message], date);
  git(folder, ["tag", label]);
  return git(folder, ["rev-parse", "HEAD"]);
}

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { BUNDLE, ROOT, SOURCES, buildHistory, commits, git, inTemporaryFolder, unpack } from "../history/history.js";

describe("the shop's own history", () => {
  let folder;
  before(() => (folder = unpack("v2")));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("is rebuilt with the same ids", () => {
    inTemporaryFolder((temporary) => assert.deepEqual(buildHistory(join(temporary, "again.bundle")), commits()));
  });

  test("has exactly two commits", () => {
    assert.deepEqual(git(folder, ["rev-list", "--reverse", "HEAD"]).split("\n"), Object.values(commits()));
  });

  test("ends with the sources as they lie here", () => {
    const committed = git(folder, ["ls-tree", "-r", "--name-only", "HEAD"]).split("\n");
    const here = SOURCES.flatMap((source) => files(source));
    assert.deepEqual([...committed].sort(), here.sort());
    for (const file of committed) {
      assert.ok(readFileSync(join(folder, file)).equals(readFileSync(join(ROOT, file))), file);
    }
  });

  test("has a patch that leads back to the first commit", () => {
    inTemporaryFolder((temporary) => {
      for (const source of SOURCES) {
        mkdirSync(join(temporary, source, ".."), { recursive: true });
        cpSync(join(ROOT, source), join(temporary, source), { recursive: true });
      }
      git(temporary, ["apply", join(ROOT, "history/first.patch")]);
      assert.match(readFileSync(join(temporary, "plugins/reporting/src/daily.js"), "utf8"), /function sumSales/);
      assert.ok(!existsSync(join(temporary, "plugins/reporting/src/closing.js")));
    });
  });

  test("is small and in nobody's name", () => {
    assert.ok(statSync(BUNDLE).size < 100_000);
    const people = git(folder, ["log", "--format=%an <%ae> %cn <%ce>"]).split("\n");
    const storefront = "Storefront <storefront@example.org>";
    assert.deepEqual([...new Set(people)], [`${storefront} ${storefront}`]);
  });
});

function files(source) {
  const path = join(ROOT, source);
  if (!statSync(path).isDirectory()) {
    return [source];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length));
}

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { compared, described } from "./src/comparison.mjs";
import { reasonOf } from "./src/functions.mjs";
import { resolveDocuments, resolveNames } from "./src/resolver.mjs";
import { rowsOf } from "./src/rows.mjs";

const storefront = fileURLToPath(new URL("../../samples/storefront", import.meta.url));
const truth = JSON.parse(readFileSync(join(storefront, "handlers.truth.json"), "utf8"));
const scratch = realpathSync(mkdtempSync(join(tmpdir(), "resolver-")));
after(() => rmSync(scratch, { recursive: true, force: true }));

for (const { label, handlers } of truth.builds) {
  test(`finds what V8 says of the storefront's ${label}`, () => {
    const checkout = join(scratch, label);
    const git = (...args) =>
      execFileSync("git", ["-c", "advice.detachedHead=false", ...args], { stdio: "pipe" });
    git("clone", "--quiet", "--branch", label, join(storefront, "storefront.bundle"), checkout);

    const documented = resolveDocuments(checkout);
    for (const handler of handlers.filter(({ sequence }) => sequence !== null)) {
      const found = documented.find(
        (one) => one.sequence === handler.sequence && one.handler === handler.handler,
      );
      assert.deepEqual(
        found?.place,
        placeOf(handler),
        `${handler.sequence} ${handler.handler}: ${found?.reason}`,
      );
    }
    assert.equal(documented.length, handlers.filter(({ sequence }) => sequence !== null).length);

    resolveNames(checkout, handlers).forEach((found, i) => {
      assert.equal(reasonOf(found), "", handlers[i].handler);
      assert.deepEqual(found.places, [placeOf(handlers[i])], handlers[i].handler);
    });
  });
}

function placeOf({ file, line }) {
  return { path: file, line };
}

let modules = 0;

/** What a module of TypeScript says of a handler; `others` lie beside it. */
function found(handler, module, others = {}) {
  const folder = join(scratch, `module-${modules++}`);
  for (const [name, text] of Object.entries({ "index.ts": module, ...others })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const known = resolveNames(folder, [{ handlersPath: "index.ts", handler }])[0];
  const reason = reasonOf(known);
  return reason === "" ? `${known.places[0].path}:${known.places[0].line}` : `! ${reason}`;
}

test("follows names to the function", () => {
  const other = { "other.ts": "function f() {}\nexport { f as g };\nexport default () => 1;\n" };
  assert.equal(
    found("a", `import { g } from "./other";\nexport const handlers = { a: g };`, other),
    "other.ts:1",
  );
  assert.equal(
    found("a", `import * as o from "./other";\nexport const handlers = { a: o.g };`, other),
    "other.ts:1",
  );
  assert.equal(
    found("a", `import d from "./other";\nexport const handlers = { a: d };`, other),
    "other.ts:3",
  );
  assert.equal(found("a", "const handlers = {\n a: async () => 1,\n};\nexport { handlers };"), "index.ts:2");
  assert.equal(found("a", "const m = { a() {} };\nexport { m as handlers };"), "index.ts:1");
  assert.equal(found("a", "const\n a =\n () => 1;\nexport const handlers = { a } as const;"), "index.ts:2");
  assert.equal(found("a", "const { a } = {\n a() {} };\nexport const handlers = { a };"), "index.ts:2");
  assert.equal(
    found("a", "function a(x: 1): 1;\nfunction a(x: any) { return x; }\nexport const handlers = { a };"),
    "index.ts:2",
  );
});

test("sees which entry of an object counts", () => {
  const both = "const x = {\n a() {},\n};\nconst y = {\n a() {},\n};\n";
  assert.equal(found("a", `${both}export const handlers = { ...x, ...y };`), "index.ts:5");
  assert.equal(found("a", `${both}export const handlers = { ...y, a: x.a };`), "index.ts:2");
  assert.equal(
    found("a", `${both}export const handlers: Record<string, () => void> = { ...y, ...x };`),
    "index.ts:2",
  );
  assert.equal(
    found("a", `${both}export const handlers: Record<string, () => void> = { a: y["a"] };`),
    "index.ts:5",
  );
  assert.equal(
    found("a", `${both}export const handlers = { ...x, ...(Math.random() > 1 ? y : {}) };`),
    "! it can be index.ts:5 or index.ts:2",
  );
  const unknown = `import { z } from "./missing";\n`;
  assert.equal(found("a", `${unknown}export const handlers = { ...z, a() {} };`), "index.ts:2");
  assert.equal(
    found("a", `${unknown}export const handlers = { a() {}, ...z };`),
    "! what `z` has as `a` can't be told",
  );
});

test("says why there is none or several", () => {
  const two = "const f = () => 1;\nconst g = () => 2;\n";
  assert.equal(
    found("a", `${two}export const handlers = { a: Math.random() > 1 ? f : g };`),
    "! it can be index.ts:1 or index.ts:2",
  );
  assert.equal(
    found("a", `${two}export const handlers = Math.random() > 1 ? { a: f } : { a: g };`),
    "! it can be index.ts:1 or index.ts:2",
  );
  assert.equal(
    found("a", `${two}let h = f;\nh = g;\nexport const handlers = { a: h };`),
    "! `h` is assigned more than once",
  );
  assert.equal(
    found("a", `declare function w(f: any): any;\n${two}export const handlers = { a: w(f) };`),
    "! it is what `w(f)` yields",
  );
  assert.equal(
    found("a", `import { f } from "./missing";\nexport const handlers = { a: f };`),
    "! `f` comes from a module that is not there",
  );
  assert.equal(found("b", `${two}export const handlers = { a: f };`), "! there is no `b` in it");
  assert.equal(found("a", `${two}export const other = { a: f };`), "! index.ts exports no `handlers`");
});

test("finds the sources of a workspace's package", () => {
  const root = join(scratch, "workspaces");
  const files = {
    "package.json": { workspaces: ["packages/*"] },
    "packages/one/package.json": {
      name: "@shop/one",
      exports: { ".": { import: "./dist/index.js" }, "./s/*": "./dist/s/*.js" },
    },
    "packages/one/src/index.ts": `export * from "@shop/two";`,
    "packages/one/src/s/deep.ts": "export const handlers = { a() {} };",
    "packages/two/package.json": { name: "@shop/two", main: "dist/src/index.js" },
    "packages/two/src/index.ts": "\nexport const handlers = { a() {} };",
    "docs/index.json": {
      sequences: [
        { file: "x.json", handlersPath: "@shop/one" },
        { file: "y.json", handlersPath: "@shop/one/s/deep" },
      ],
    },
    "docs/x.json": {
      id: "x",
      pluginId: "P",
      movements: [{ beats: [{ beat: 1, event: "e", handler: "a" }] }],
    },
    "docs/y.json": {
      id: "y",
      pluginId: "P",
      movements: [{ beats: [{ beat: 1, event: "e", handler: { name: "a" } }] }],
    },
    "copy/index.json": { sequences: [{ file: "x.json", handlersPath: "@gone/one" }] },
    "copy/x.json": {
      id: "x",
      pluginId: "P",
      movements: [{ beats: [{ beat: 1, event: "e", handler: "a" }, { handler: "b" }] }],
    },
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  const said = resolveDocuments(root).map(({ sequence, handler, place, reason }) => [
    sequence,
    handler,
    place ?? reason,
  ]);
  assert.deepEqual(said, [
    ["x", "a", { path: "packages/two/src/index.ts", line: 2 }],
    ["x", "b", `no workspace has the package of "@gone/one"`],
    ["y", "a", { path: "packages/one/src/s/deep.ts", line: 1 }],
  ]);
});

test("reads rows in each of their forms, and compares them", () => {
  const columns = ["plugin", "sequence_id", "handler", "path", "line", "strategy", "confidence", "reason"];
  const text = (value) => ({ value: { kind: "text", text: value }, references: [] });
  const exhibit = (rows) => ({
    exhibits: [{ kind: "table", columns: columns.map((title) => ({ title })), rows }],
  });
  const count = (value) => ({ value: { kind: "count", count: value } });
  const unknown = { value: { kind: "unknown" } };
  const forms = [
    [["P", "s", "f", "a.js", 3, "document", 95, "r"]].map((row) =>
      Object.fromEntries(columns.map((c, i) => [c, row[i]])),
    ),
    exhibit([["P", "s", "f", "a.js", "3", "document", "95", "r"].map(text)]),
    exhibit([[...["P", "s", "f", "a.js"].map(text), count(3), text("document"), count(95), text("r")]]),
  ];
  const file = join(scratch, "rows.json");
  for (const form of forms) {
    writeFileSync(file, JSON.stringify(form));
    const [row] = rowsOf(file);
    assert.deepEqual([row.path, row.line, String(row.confidence)], ["a.js", 3, "95"]);
  }
  writeFileSync(
    file,
    JSON.stringify(
      exhibit([[...["P", "s", "f"].map(text), unknown, unknown, text("document"), count(0), text("why")]]),
    ),
  );
  assert.deepEqual([rowsOf(file)[0].path, rowsOf(file)[0].line], [null, null]);

  const ours = (sequence, handler, place, reason = "") => ({
    sequence,
    names: [`The ${sequence}`],
    handler,
    place,
    reason,
  });
  const row = (sequence, handler, path, line) => ({
    plugin: "P",
    sequence_id: sequence,
    handler,
    path,
    line,
    reason: "why",
  });
  const at = { path: "a.js", line: 3 };
  const result = compared(
    [
      row("s", "f", "a.js", 3),
      row("The s", "g", "a.js", 4),
      row("s", "h", null, 0),
      row("s", "i", "a.js", 3),
      row("s", "k", null, 0),
      row("t", "f", "a.js", 1),
    ],
    [
      ours("s", "f", at),
      ours("s", "g", at),
      ours("s", "h", at),
      ours("s", "i", null, "gone"),
      ours("s", "k", null, "gone"),
      ours("s", "z", at),
    ],
  );
  assert.deepEqual(
    Object.entries(result).map(([verdict, { length }]) => [verdict, length]),
    [
      ["equal", 1],
      ["different", 1],
      ["onlyBackbeat", 1],
      ["onlyResolver", 1],
      ["neither", 1],
      ["unnamed", 1],
      ["unasked", 1],
    ],
  );
  assert.match(
    described(result),
    /2 rows compared: 1 equal, 1 different\n {2}P The s g\n {4}Backbeat {2}a\.js:4/,
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { handlers } from "../plugins/issues/src/index.js";
import { handlers as release } from "../plugins/issues/src/release.js";

test("finds words", () => {
  assert.deepEqual(handlers.tokenizeQuery({ query: " Moons  and tides" }), { terms: ["moons", "and", "tides"] });
});

test("puts the newest first", () => {
  const payload = { hits: [{ number: 1 }, { number: 4 }] };
  assert.deepEqual(handlers.rankHits({}, { payload }), { ranked: [4, 1] });
});

test("shows a page", () => {
  const { html } = handlers.renderPage({ page: 2 }, { payload: { issue: { number: 7 } } });
  assert.equal(html, '<div class="page">7/2</div>');
});

test("cuts an excerpt", () => {
  assert.equal(handlers.cutExcerpt({ text: "x".repeat(900) }).excerpt.length, 400);
});

test("needs a sheet for sixteen pages", () => {
  assert.equal(release.typesetIssue({}, { payload: { issue: { pages: 48 } } }).issue.sheets, 3);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { handlers } from "../../plugins/catalog/src/index.js";

describe("catalog", () => {
  test("takes every word once", () => {
    assert.deepEqual(handlers.normalizeQuery({ query: " Drum  PAD drum" }), { terms: ["drum", "pad"] });
    assert.deepEqual(handlers.normalizeQuery({}), { terms: [] });
  });

  test("puts the best match first", () => {
    const products = [
      { id: "p-1", name: "Wooden Drum", tags: ["drum"] },
      { id: "p-2", name: "Drum Sticks", tags: ["drum", "sticks"] },
    ];
    const ranked = handlers.rankProducts({}, { payload: { products, terms: ["drum", "sticks"] } });
    assert.deepEqual(ranked.products.map(({ id }) => id), ["p-2", "p-1"]);
    assert.equal(ranked.hits, 2);
  });

  test("adds the tax of the class", () => {
    const price = (taxClass) => handlers.priceProduct({}, { payload: { product: { cents: 1000, taxClass } } }).price;
    assert.deepEqual(price("goods"), { net: 1000, tax: 190, gross: 1190 });
    assert.deepEqual(price("books"), { net: 1000, tax: 70, gross: 1070 });
  });
});

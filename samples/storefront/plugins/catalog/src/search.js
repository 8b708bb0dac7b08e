import { log } from "../../../host/log.js";
import { router } from "../../../host/topics.js";
import { findByTerms, matches } from "../../../services/products.js";

export function normalizeQuery(data) {
  const words = String(data.query ?? "").toLowerCase().split(/\s+/);
  return { terms: [...new Set(words.filter((word) => word.length > 0))] };
}

export async function findProducts(data, context) {
  const products = await findByTerms(context.payload.terms);
  log.info(`[catalog] ${products.length} product(s) for "${data.query}"`);
  return { products };
}

export function rankProducts(data, context) {
  const { products, terms } = context.payload;
  const score = (product) => terms.filter((term) => matches(product, term)).length;
  const ranked = [...products].sort((a, b) => score(b) - score(a) || a.name.localeCompare(b.name));
  return { products: ranked.map(({ id, name }) => ({ id, name })), hits: ranked.length };
}

export function publishSearchCompleted(data, context) {
  router.publish("catalog.search.completed", { query: data.query, hits: context.payload.hits }, context.conductor);
}

import { loadProduct, priceProduct, recordView } from "./product.js";
import { findProducts, normalizeQuery, publishSearchCompleted, rankProducts } from "./search.js";

export const handlers = {
  normalizeQuery,
  findProducts,
  rankProducts,
  publishSearchCompleted,
  loadProduct,
  priceProduct,
  recordView,
};

import { loadProduct, priceProduct, recordView } from "./product.js";
import { orderStock, publishStockChanged } from "./restock.js";
import { findProducts, normalizeQuery, publishSearchCompleted, rankProducts } from "./search.js";

export const handlers = {
  normalizeQuery,
  findProducts,
  rankProducts,
  publishSearchCompleted,
  loadProduct,
  priceProduct,
  recordView,
  orderStock,
  publishStockChanged,
};

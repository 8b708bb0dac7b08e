import { latency } from "./latency.js";

/**
 * @typedef {object} Product
 * @property {string} id
 * @property {string} name
 * @property {string[]} tags
 * @property {number} cents net price
 * @property {"goods" | "books"} taxClass
 */

/** @type {Product[]} */
const PRODUCTS = [
  { id: "p-100", name: "Upright Metronome", tags: ["metronome", "wood"], cents: 4950, taxClass: "goods" },
  { id: "p-101", name: "Pocket Metronome", tags: ["metronome", "digital"], cents: 1990, taxClass: "goods" },
  { id: "p-200", name: "Maple Drum Sticks", tags: ["drum", "sticks", "wood"], cents: 1290, taxClass: "goods" },
  { id: "p-201", name: "Practice Drum Pad", tags: ["drum", "practice"], cents: 3490, taxClass: "goods" },
  { id: "p-300", name: "Rhythm for Beginners", tags: ["book", "drum"], cents: 1890, taxClass: "books" },
  { id: "p-301", name: "The Conductor's Handbook", tags: ["book", "conducting"], cents: 3250, taxClass: "books" },
  { id: "p-400", name: "Folding Music Stand", tags: ["stand"], cents: 2790, taxClass: "goods" },
  { id: "p-401", name: "Cork Baton", tags: ["baton", "conducting", "wood"], cents: 1590, taxClass: "goods" },
];

const views = new Map();

/** @returns {Promise<Product[]>} the products that carry one of the terms in their name or tags */
export async function findByTerms(terms) {
  await latency(3);
  return PRODUCTS.filter((product) => terms.some((term) => matches(product, term)));
}

/** @returns {Promise<Product>} */
export async function findById(id) {
  await latency(2);
  const product = PRODUCTS.find((candidate) => candidate.id === id);
  if (!product) {
    throw new Error(`No product has the id ${id}`);
  }
  return product;
}

export async function countView(id) {
  await latency(1);
  views.set(id, (views.get(id) ?? 0) + 1);
}

/** @returns {Promise<{ productId: string, pieces: number }>} */
export async function orderFromSupplier(productId, pieces) {
  await latency(4);
  return { productId, pieces };
}

export function matches(product, term) {
  return product.name.toLowerCase().includes(term) || product.tags.includes(term);
}

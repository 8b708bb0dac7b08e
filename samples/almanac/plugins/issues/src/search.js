import { database } from "../../../services/database.js";

export function tokenizeQuery(data) {
  return { terms: data.query.toLowerCase().split(/\s+/).filter(Boolean) };
}

export async function searchIndex(data, { payload }) {
  const issues = await database.all("issues");
  return { hits: issues.filter(({ title = "" }) => payload.terms.some((term) => title.includes(term))) };
}

export function rankHits(data, { payload }) {
  const ranked = [...payload.hits].sort((a, b) => b.number - a.number).map(({ number }) => number);
  delete payload.hits;
  return { ranked };
}

export function highlightTerms(data, { payload }) {
  return { marked: payload.terms.map((term) => `<mark>${term}</mark>`) };
}

import { database } from "../../../services/database.js";

async function rebuildSearchIndex() {
  const issues = await database.all("issues");
  return { indexed: issues.flatMap(({ title }) => title.split(" ")).length };
}

async function compactIndex(data, { payload }) {
  return { bytes: payload.indexed * 24 };
}

export const handlers = { rebuildSearchIndex, compactIndex };

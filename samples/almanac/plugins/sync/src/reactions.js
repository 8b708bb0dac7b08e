import { database } from "../../../services/database.js";

/** What the archive may tell of a document. */
export const handlers = {
  async onCreated(document) {
    await database.save("documents", document, { state: "new" });
    return "stored";
  },

  async onRenamed(document, { to }) {
    const row = await database.load("documents", document);
    await database.save("documents", to, { ...row, before: document });
    return "renamed";
  },

  async onRemoved(document) {
    database.table("documents").delete(document);
    return "removed";
  },

  async onRestored(document) {
    await database.save("documents", document, { state: "restored" });
    return "restored";
  },
};

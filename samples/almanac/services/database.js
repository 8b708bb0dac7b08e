import { clock } from "../host/clock.js";

const tables = new Map();

/** Rows by table and key, kept in memory. */
export const database = {
  schema: 7,

  table(name) {
    if (!tables.has(name)) {
      tables.set(name, new Map());
    }
    return tables.get(name);
  },

  async load(name, key) {
    await clock.wait(3);
    return this.table(name).get(key);
  },

  async save(name, key, row) {
    await clock.wait(5);
    this.table(name).set(key, row);
    return row;
  },

  async all(name) {
    await clock.wait(8);
    return [...this.table(name).values()];
  },
};

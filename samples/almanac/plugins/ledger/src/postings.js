import { database } from "../../../services/database.js";

async function postEntries(data, { payload }) {
  const cents = payload.entries.reduce((sum, entry) => sum + entry.cents, 0);
  await database.save("postings", data.due, { cents, entries: payload.entries.length });
  return { posting: { day: data.due, cents } };
}

export const handlers = { postEntries };

import { log } from "../../../../host/log.js";
import { database } from "../../../../services/database.js";

let posted = 0;

export async function gatherEntries() {
  const invoices = await database.all("invoices");
  const settled = (await database.all("settlements")).reduce((sum, { cents }) => sum + cents, 0);
  return { entries: invoices.slice(posted).map(({ cents }) => ({ cents })), settled };
}

export async function postEntries(data, { payload }) {
  posted += payload.entries.length;
  const cents = payload.entries.reduce((sum, entry) => sum + entry.cents, 0);
  await database.save("postings", data.due, { cents, entries: payload.entries.length });
  return { posting: { day: data.due, cents } };
}

export async function balanceDay(data, { payload, conductor }) {
  const negative = payload.settled < 0;
  if (negative) {
    log.warn(`[ledger] ${data.due} does not balance`);
    conductor.play("LedgerPlugin", "ledger-correction-symphony", { due: data.due });
  }
  return { balanced: !negative };
}

export async function reverseEntries(data) {
  const posting = await database.load("postings", data.due);
  return { posting: await database.save("postings", `${data.due}-r`, { cents: -posting.cents, entries: posting.entries }) };
}

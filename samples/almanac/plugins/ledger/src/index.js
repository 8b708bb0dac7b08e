import { database } from "../../../services/database.js";
import { balanceDay, gatherEntries, postEntries, reverseEntries } from "./posting/post.js";

async function writeBookings(data) {
  const bookings = await database.all("postings");
  return { file: `bookings-${data.due}.csv`, rows: bookings.length };
}

async function accrueRevenue(data) {
  const invoices = await database.all("invoices");
  const earned = invoices.reduce((sum, { cents }) => sum + cents, 0);
  return { accrued: { month: data.due.slice(0, 7), earned } };
}

async function closeMonth(data, { payload }) {
  return { closed: await database.save("periods", payload.accrued.month, payload.accrued) };
}

async function closeFiscalWeek(data) {
  const week = (await database.all("postings")).slice(-7);
  return { closed: await database.save("periods", data.week, { postings: week.length }) };
}

async function fileReturn(data) {
  const periods = await database.all("periods");
  return { filed: { due: data.due, tax: Math.round(periods.reduce((sum, { earned }) => sum + earned, 0) * 0.07) } };
}

async function carryBalances(data) {
  const postings = await database.all("postings");
  return { opening: { year: data.year + 1, cents: postings.reduce((sum, { cents }) => sum + cents, 0) } };
}

function compareBudget(data) {
  return { deviation: data.actual - data.planned };
}

export const handlers = {
  gatherEntries,
  postEntries,
  balanceDay,
  reverseEntries,
  writeBookings,
  accrueRevenue,
  closeMonth,
  closeFiscalWeek,
  fileReturn,
  carryBalances,
  compareBudget,
};

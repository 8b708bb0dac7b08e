import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";

async function numberInvoice(data) {
  const number = database.table("invoices").size + 1;
  await database.save("invoices", number, { memberId: data.memberId, cents: data.cents });
  return { number };
}

function renderInvoice(data, { payload }) {
  return { invoice: `Invoice ${payload.number}: ${(data.cents / 100).toFixed(2)} EUR` };
}

async function mailInvoice(data, { payload }) {
  return { mailed: await mail.send(data.memberId, payload.invoice) };
}

export const handlers = { numberInvoice, renderInvoice, mailInvoice };

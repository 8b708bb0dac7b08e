import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";
import { handlers as macros } from "./macros.js";
import { assignAgent } from "./agents/assign.js";

const BREACH_DAYS = 5;

async function openTicket(data) {
  const number = database.table("tickets").size + 1;
  return { ticket: await database.save("tickets", number, { number, memberId: data.memberId, text: data.text }) };
}

function classifyTicket(data, { payload, conductor }) {
  const kind = /invoice|charge/.test(data.text) ? "billing" : "delivery";
  if (data.waitedDays > BREACH_DAYS) {
    conductor.play("SupportPlugin", "support-breach-symphony", { number: payload.ticket.number });
  }
  return { kind };
}

async function draftReply(data) {
  const ticket = await database.load("tickets", data.ticket);
  const macro = data.macro ? Reflect.get(macros, data.macro) : null;
  return { reply: macro ? macro(ticket) : `About your question ${ticket.number}: ${data.text}` };
}

async function sendReply(data, { payload }) {
  return { sent: await mail.send(data.ticket, payload.reply) };
}

async function mergeTickets(data) {
  const [first, second] = [await database.load("tickets", data.keep), await database.load("tickets", data.give)];
  return { ticket: await database.save("tickets", data.keep, { ...first, also: second.text }) };
}

async function escalateBreach(data) {
  return { escalation: await mail.send("head-of-support", `Ticket ${data.number} waits too long`) };
}

function suggestArticles(data) {
  return { articles: data.text.split(" ").filter((word) => word.length > 6) };
}

export const handlers = {
  openTicket,
  classifyTicket,
  assignAgent,
  draftReply,
  sendReply,
  mergeTickets,
  escalateBreach,
  suggestArticles,
};

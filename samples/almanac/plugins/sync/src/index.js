import { database } from "../../../services/database.js";
import { handlers as reactions } from "./reactions.js";

function receiveEvent(data) {
  return { event: { kind: data.kind, document: data.document } };
}

async function dispatchEvent(data, { payload }) {
  const { kind, document } = payload.event;
  const reaction = reactions[`on${kind[0].toUpperCase()}${kind.slice(1)}`];
  return { outcome: reaction ? await reaction(document, data) : "ignored" };
}

async function acknowledgeEvent(data, { payload }) {
  await database.save("acknowledged", data.number, payload.outcome);
}

export const handlers = { receiveEvent, dispatchEvent, acknowledgeEvent };

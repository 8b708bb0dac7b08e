import { clock } from "../../../../host/clock.js";

async function pullReferenceRates(data) {
  await clock.wait(70);
  return { rates: { USD: 1 + Number(data.due.slice(-2)) / 100 } };
}

export const handlers = { pullReferenceRates };

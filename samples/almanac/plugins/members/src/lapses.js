import { router } from "../../../host/topics.js";
import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";

const LIMIT_DAYS = 30;

async function findLapsing() {
  const lapsing = (await database.all("members")).filter(({ daysLeft }) => daysLeft < LIMIT_DAYS);
  return { lapsing: lapsing.map(({ id }) => id) };
}

async function warnLapsing(data, { payload, conductor }) {
  for (const memberId of payload.lapsing) {
    await mail.send(memberId, "Your membership ends soon");
    router.publish("member.lapse.found", { memberId }, conductor);
  }
}

async function offerDiscount(data) {
  return { offer: await database.save("offers", data.memberId, { percent: 15 }) };
}

export const handlers = { findLapsing, warnLapsing, offerDiscount };

import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";

export function readReferral(data) {
  return { referral: { by: data.referrer, of: data.memberId } };
}

export async function creditReferrer(data, { payload }) {
  return { credit: await database.save("credits", payload.referral.by, { cents: 500 }) };
}

export async function thankReferrer(data, { payload }) {
  return { thanks: await mail.send(payload.referral.by, "Thank you") };
}

import { database } from "../../../services/database.js";

async function verifyPassword(data) {
  const member = await database.load("members", data.memberId);
  return { verified: member !== undefined && data.password === `pw-${data.memberId}` };
}

async function openSession(data, { payload, requestId }) {
  if (!payload.verified) {
    return { session: null };
  }
  return { session: await database.save("sessions", requestId, { memberId: data.memberId, lastSeen: data.day }) };
}

export const handlers = { verifyPassword, openSession };

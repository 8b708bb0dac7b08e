import { log } from "../../../host/log.js";
import { router } from "../../../host/topics.js";
import { database } from "../../../services/database.js";
import { payments } from "../../../services/partners.js";
import { computeDues, computeFees, roundDues } from "./dues.js";

const PLANS = { print: 1290, digital: 790, both: 1790 };
const TRIES = 3;

async function loadPlan(data) {
  const member = await database.load("members", data.memberId);
  const plan = member?.plan ?? "print";
  return { plan: { name: plan, cents: PLANS[plan] } };
}

async function authorizeCharge(data, { payload }) {
  return { authorization: await payments.authorize(data.memberId, payload.dues) };
}

async function captureCharge(data, { payload, conductor }) {
  try {
    return { captured: await payments.capture(payload.authorization.code) };
  } catch (error) {
    conductor.play("BillingPlugin", "billing-undo-symphony", { code: payload.authorization.code });
    throw error;
  }
}

function publishCharged(data, { payload, conductor }) {
  if (payload.captured) {
    router.publish("billing.charged", { memberId: data.memberId, cents: payload.dues }, conductor);
  }
}

async function releaseAuthorization(data) {
  log.warn(`[billing] releasing ${data.code}`);
  return { released: await payments.release(data.code) };
}

async function matchSettlement(data) {
  return { settlement: { reference: data.reference, cents: data.cents } };
}

async function markSettled(data, { payload, conductor }) {
  const tries = data.tries ?? 1;
  if (data.bounced && tries >= TRIES) {
    conductor.play("BillingPlugin", "billing-suspend-symphony", { memberId: data.memberId });
    return { settled: false };
  }
  return { settled: await database.save("settlements", data.reference, payload.settlement) };
}

async function suspendMembership(data) {
  const member = await database.load("members", data.memberId);
  return { member: await database.save("members", data.memberId, { ...member, suspended: true }) };
}

async function contestDispute(data) {
  return { contest: await database.save("disputes", data.reference, { reason: data.reason, evidence: "reading log" }) };
}

export const handlers = {
  loadPlan,
  computeDues,
  computeFees,
  roundDues,
  authorizeCharge,
  captureCharge,
  publishCharged,
  releaseAuthorization,
  matchSettlement,
  markSettled,
  suspendMembership,
  contestDispute,
};

import { FEATURES } from "../../../host/features.js";
import { router } from "../../../host/topics.js";
import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";
import { checkAddress, lookUpAddress, validatePostcode } from "./addresses.js";
import { creditReferrer, readReferral, thankReferrer } from "./referrals.js";

function readApplication(data) {
  const name = data.name.trim();
  return { application: { id: data.memberId, name, street: data.street, postcode: data.postcode } };
}

async function createMember(data, { payload }) {
  const member = await database.save("members", data.memberId, { ...payload.application, plan: "print", born: data.born });
  return { member };
}

function publishMemberJoined(data, { conductor, payload }) {
  router.publish("member.joined", { memberId: payload.member.id }, conductor);
  if (FEATURES.trial) {
    router.publish("member.trial.requested", { memberId: payload.member.id }, conductor);
  }
}

async function sendWelcomeLetter(data) {
  return { welcome: await mail.send(data.memberId, "Welcome to the Almanac") };
}

async function startTrial(data) {
  return { trial: await database.save("trials", data.memberId, { issues: 2 }) };
}

async function mergePreferences(data) {
  const known = (await database.load("preferences", data.memberId)) ?? { paper: "matt" };
  return { preferences: { ...known, ...data.changes } };
}

async function savePreferences(data, { payload }) {
  await database.save("preferences", data.memberId, payload.preferences);
}

export const handlers = {
  readApplication,
  checkAddress,
  lookUpAddress,
  validatePostcode,
  createMember,
  publishMemberJoined,
  sendWelcomeLetter,
  startTrial,
  mergePreferences,
  savePreferences,
  readReferral,
  creditReferrer,
  thankReferrer,
};

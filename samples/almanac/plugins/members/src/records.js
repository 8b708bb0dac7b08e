import { database } from "../../../services/database.js";

/** What the law lets a member ask for, and what the office does about doubles. */
async function exportPersonalData(data) {
  const member = await database.load("members", data.memberId);
  const preferences = await database.load("preferences", data.memberId);
  return { file: { member, preferences } };
}

async function mergeAccounts(data) {
  const [kept, given] = [await database.load("members", data.keep), await database.load("members", data.give)];
  return { member: await database.save("members", data.keep, { ...given, ...kept }) };
}

/** Who was born on 29 February has a birthday on the day itself only now. */
async function adjustLeapBirthdays() {
  const born = (await database.all("members")).filter((member) => member.born?.endsWith("-02-29"));
  return { adjusted: born.map(({ id }) => id) };
}

export const handlers = { exportPersonalData, mergeAccounts, adjustLeapBirthdays };

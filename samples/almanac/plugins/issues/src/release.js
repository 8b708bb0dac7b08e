import { database } from "../../../services/database.js";

const TITLES = ["tides and moons", "seeds and frost", "stars of spring"];

async function compileIssue() {
  const number = database.table("issues").size + 1;
  return { issue: { number, title: TITLES[number % TITLES.length], pages: 48 } };
}

function typesetIssue(data, { payload }) {
  const sheets = Math.ceil(payload.issue.pages / 16);
  return { issue: { ...payload.issue, sheets } };
}

async function releaseIssue(data, { payload }) {
  await database.save("issues", payload.issue.number, payload.issue);
  return { released: payload.issue.number };
}

export const handlers = { compileIssue, typesetIssue, releaseIssue };

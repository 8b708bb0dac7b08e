import { database } from "../../../services/database.js";

export async function loadIssue(data) {
  const issue = (await database.load("issues", data.issue)) ?? { number: data.issue, pages: 48 };
  return { issue };
}

export async function checkEntitlement(data, { payload }) {
  const member = await database.load("members", data.memberId);
  return { entitled: Boolean(member) && !member.suspended && !payload.issue.withdrawn };
}

export function renderIssue(data, { payload }) {
  const width = data.width ?? 80;
  return { html: payload.entitled ? `<main data-width="${width}">${payload.issue.number}</main>` : "<main>Join us</main>" };
}

export function renderPage(data, { payload }) {
  return { html: `<div class="page">${payload.issue.number}/${data.page}</div>` };
}

export async function recordReading(data, { payload }) {
  if (payload.entitled) {
    await database.save("readings", `${data.memberId}/${data.issue}`, { page: data.page });
  }
}

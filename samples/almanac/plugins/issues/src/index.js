import { database } from "../../../services/database.js";
import { cutExcerpt, shareExcerpt, stampExcerpt } from "./excerpts.js";
import { checkEntitlement, loadIssue, recordReading, renderIssue, renderPage } from "./reading.js";
import { highlightTerms, rankHits, searchIndex, tokenizeQuery } from "./search.js";

const saveNote = async (data) => ({ note: await database.save("notes", `${data.memberId}/${data.issue}`, data.text) });

const withdrawIssue = async (data) => {
  const issue = await database.load("issues", data.issue);
  return { issue: await database.save("issues", data.issue, { ...issue, withdrawn: true }) };
};

export const handlers = {
  loadIssue,
  checkEntitlement,
  renderIssue,
  renderPage,
  recordReading,
  tokenizeQuery,
  searchIndex,
  rankHits,
  highlightTerms,
  saveNote,
  withdrawIssue,
  cutExcerpt,
  stampExcerpt,
  shareExcerpt,
};

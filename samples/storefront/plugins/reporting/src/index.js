import { closeDay } from "./closing.js";
import { totalSales } from "./daily.js";
import { notifyManager } from "./notify.js";
import { countReturn } from "./returns.js";

const archive = [];

export const handlers = {
  totalSales,
  closeDay,
  notify: notifyManager,
  countReturn,
  archiveReports(data) {
    archive.push(...data.reports);
    return { archived: archive.length };
  },
};

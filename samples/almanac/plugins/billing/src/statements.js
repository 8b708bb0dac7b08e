import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";

export const handlers = {
  async gatherStatement(data) {
    const items = (await database.all("invoices")).filter(({ memberId }) => memberId === data.memberId);
    return { statement: { items, open: handlers.sumOpenItems(items) } };
  },

  sumOpenItems(items) {
    return items.filter(({ paid }) => !paid).reduce((sum, { cents }) => sum + cents, 0);
  },

  async mailStatement(data, { payload }) {
    return { mailed: await mail.send(data.memberId, `Open: ${payload.statement.open}`) };
  },
};

import { database } from "../../../services/database.js";

const DAYS = 30;

export const handlers = {
  async prorateDues(data) {
    const member = await database.load("members", data.memberId);
    return { before: member.plan, refund: Math.round((data.daysLeft / DAYS) * 1290) };
  },

  async switchPlan(data, context) {
    const member = await database.load("members", data.memberId);
    try {
      return { member: await database.save("members", data.memberId, { ...member, plan: data.plan }) };
    } catch (error) {
      await handlers.restorePlan(data, context);
      throw error;
    }
  },

  async restorePlan(data, { payload }) {
    const member = await database.load("members", data.memberId);
    await database.save("members", data.memberId, { ...member, plan: payload.before });
  },
};

import { database } from "../../../services/database.js";

export const handlers = {
  async postComment(data) {
    return { comment: await database.save("comments", `${data.issue}/${data.memberId}`, { text: data.text }) };
  },

  async hideComment(data) {
    const comment = await database.load("comments", data.comment);
    return { comment: await database.save("comments", data.comment, { ...comment, hidden: true }) };
  },

  async countComments() {
    return { comments: (await database.all("comments")).filter(({ hidden }) => !hidden).length };
  },
};

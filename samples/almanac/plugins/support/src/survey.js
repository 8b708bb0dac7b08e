import { database } from "../../../services/database.js";
import { mail } from "../../../services/partners.js";

const QUESTIONS = ["How fast were we?", "Did it help?", "Would you ask again?"];

export const handlers = {
  async askSurvey(data) {
    const questions = handlers.pickQuestions(data.ticket);
    return { survey: await mail.send(data.memberId, questions.join(" ")) };
  },

  pickQuestions(ticket) {
    return QUESTIONS.slice(0, 1 + (ticket % QUESTIONS.length));
  },

  async tallySurvey() {
    return { answers: (await database.all("answers")).length };
  },
};

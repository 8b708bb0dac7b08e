/** Texts that agents pick from a list; the list is kept by the office. */
export const handlers = {
  greetNewcomer(ticket) {
    return `Welcome, and thank you for your first question, ${ticket.number}.`;
  },

  promiseRefund(ticket) {
    return `Your money is on its way (${ticket.number}).`;
  },
};

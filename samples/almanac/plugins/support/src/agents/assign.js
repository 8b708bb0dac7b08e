const AGENTS = { billing: ["Ada", "Ben"], delivery: ["Cleo"] };

export function assignAgent(data, { payload }) {
  const agents = AGENTS[payload.kind];
  return { agent: agents[payload.ticket.number % agents.length] };
}

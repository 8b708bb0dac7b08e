const AGENTS = { billing: ["Ada"], delivery: ["Cleo"] };

function assignAgent(data, { payload }) {
  return { agent: AGENTS[payload.kind][0] };
}

export const handlers = { assignAgent };

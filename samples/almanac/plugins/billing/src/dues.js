export function computeDues(data, { payload }) {
  const extras = (data.extras ?? []).reduce((sum, extra) => sum + extra.cents, 0);
  return { dues: payload.plan.cents + extras };
}

export function computeFees(data, { payload }) {
  return { fees: payload.plan.cents + (data.extra ?? 0) };
}

export function roundDues(data, { payload }) {
  return { dues: Math.round(payload.dues / 10) * 10 };
}

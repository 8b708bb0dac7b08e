import { latency } from "../../../services/latency.js";

export async function closeDay(data, context) {
  await latency(5);
  return { closed: data.day, average: Math.round(context.payload.total / Math.max(context.payload.orders, 1)) };
}

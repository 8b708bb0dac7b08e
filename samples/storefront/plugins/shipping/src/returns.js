import { latency } from "../../../services/latency.js";

const returns = [];

export async function registerReturn(data) {
  await latency(3);
  returns.push({ order: data.order, reason: data.reason });
  return { returnNumber: `rt-${returns.length}` };
}

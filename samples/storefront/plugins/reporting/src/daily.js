import { router } from "../../../host/topics.js";

const amounts = [];

router.subscribe("order.placed", ({ order }) => amounts.push(order.amount));

export function totalSales(data) {
  const all = [...amounts.splice(0), ...(data.amounts ?? [])];
  return { orders: all.length, total: all.reduce((sum, cents) => sum + cents, 0) };
}

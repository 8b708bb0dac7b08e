import { log } from "../../../host/log.js";
import { formatMoney } from "../../../host/money.js";
import { send } from "../../../services/mail.js";

const deliveries = [];

export function renderReceipt(data) {
  const { order } = data;
  const rows = order.lines.map((line) => `${line.quantity} x ${line.name} ${formatMoney(line.unitCents)}`);
  return { receipt: [`Order ${order.number}`, ...rows, `Paid ${formatMoney(order.amount)}`].join("\n") };
}

export async function sendReceipt(data, context) {
  const messageId = await send(data.mail, context.payload.receipt);
  return { messageId };
}

export function recordDelivery(data, context) {
  const { messageId } = context.payload;
  if (!messageId) {
    log.warn(`[notification] no receipt went out for order ${data.order.number}`);
    return;
  }
  deliveries.push({ order: data.order.number, messageId });
  return { delivered: true };
}

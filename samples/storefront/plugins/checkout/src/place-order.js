import { log } from "../../../host/log.js";
import { formatMoney } from "../../../host/money.js";
import { router } from "../../../host/topics.js";
import { cartOf } from "../../../services/carts.js";
import { authorize } from "../../../services/payments.js";
import { reserve } from "../../../services/warehouses.js";

let orders = 0;

export function validateCart(data) {
  const { lines, discountPercent } = cartOf(data.cartId);
  if (lines.length === 0) {
    throw new RangeError(`Cart ${data.cartId} is empty`);
  }
  const subtotal = lines.reduce((sum, line) => sum + line.unitCents * line.quantity, 0);
  return {
    lines: lines.map((line) => ({ ...line })),
    amount: subtotal - Math.round((subtotal * discountPercent) / 100),
    status: "checked",
  };
}

export async function reserveStock(data, context) {
  const reservation = await reserve(data.warehouse, context.payload.lines);
  return { reservation, status: "reserved" };
}

export async function authorizePayment(data, context) {
  if (!context.payload.reservation) {
    log.warn(`[checkout] ${data.cartId} has no reservation, no payment is taken`);
    return;
  }
  const payment = await authorize(data.method, context.payload.amount);
  return { payment, status: "paid" };
}

export function createOrder(data, context) {
  const { payment, lines, amount } = context.payload;
  if (!payment) {
    return { status: "unpaid" };
  }
  orders += 1;
  const order = { number: `o-${orders}`, cartId: data.cartId, lines, amount, paymentId: payment.id };
  cartOf(data.cartId).lines.length = 0;
  log.info(`[checkout] order ${order.number} of ${data.shopper}: ${formatMoney(amount)}`);
  return { order, status: "placed" };
}

export function publishOrderPlaced(data, context) {
  const { order } = context.payload;
  if (!order) {
    return;
  }
  router.publish("order.placed", { order, mail: data.mail }, context.conductor);
}

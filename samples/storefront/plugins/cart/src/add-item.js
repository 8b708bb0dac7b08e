import { log } from "../../../host/log.js";
import { formatMoney } from "../../../host/money.js";
import { router } from "../../../host/topics.js";
import { cartOf, couponOf } from "../../../services/carts.js";
import { findById } from "../../../services/products.js";

const FREE_SHIPPING_FROM = 5000;
const SHIPPING = 490;

export async function resolveItem(data) {
  const product = await findById(data.productId);
  return { item: { productId: product.id, name: product.name, unitCents: product.cents, quantity: data.quantity } };
}

export function addLine(data, context) {
  const { item } = context.payload;
  const cart = cartOf(data.cartId);
  const line = cart.lines.find((candidate) => candidate.productId === item.productId);
  if (line) {
    line.quantity += item.quantity;
  } else {
    cart.lines.push({ ...item });
  }
  delete context.payload.item;
  return { lines: cart.lines.map((each) => ({ ...each })) };
}

export function applyCoupon(data) {
  if (!data.coupon) {
    return;
  }
  // Planted fault: an unknown code has no coupon, and this throws before anything is awaited.
  const { percent } = couponOf(data.coupon);
  cartOf(data.cartId).discountPercent = percent;
  return { discountPercent: percent };
}

export function computeTotals(data, context) {
  const subtotal = context.payload.lines.reduce((sum, line) => sum + line.unitCents * line.quantity, 0);
  const discount = Math.round((subtotal * cartOf(data.cartId).discountPercent) / 100);
  const shipping = subtotal - discount >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
  const total = subtotal - discount + shipping;
  log.info(`[cart] ${data.cartId}: ${context.payload.lines.length} line(s), ${formatMoney(total)}`);
  return { totals: { subtotal, discount, shipping, total } };
}

export function publishCartChanged(data, context) {
  router.publish("cart.changed", { cartId: data.cartId, totals: context.payload.totals }, context.conductor);
}

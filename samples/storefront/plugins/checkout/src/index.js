import { authorizePayment, createOrder, publishOrderPlaced, reserveStock, validateCart } from "./place-order.js";

export const handlers = { validateCart, reserveStock, authorizePayment, createOrder, publishOrderPlaced };

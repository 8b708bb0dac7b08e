import { addLine, applyCoupon, computeTotals, publishCartChanged, resolveItem } from "./add-item.js";

export const handlers = { resolveItem, addLine, applyCoupon, computeTotals, publishCartChanged };

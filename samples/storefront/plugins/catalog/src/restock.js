import { router } from "../../../host/topics.js";
import { orderFromSupplier } from "../../../services/products.js";

export async function orderStock(data) {
  return { ordered: await orderFromSupplier(data.productId, data.demand) };
}

export function publishStockChanged(data, context) {
  const { productId, pieces } = context.payload.ordered;
  router.publish("stock.changed", { productId, sold: pieces, round: data.round + 1 }, context.conductor);
}

/**
 * Two sequences that start each other: a change of stock brings a forecast, the forecast brings an order, the order
 * changes the stock. It ends after a few rounds, because the forecast gives up.
 */
export async function scenario(shop) {
  for (const productId of ["p-100", "p-300"]) {
    const first = await shop.publish("stock.changed", { productId, sold: 4, round: 1 });
    await shop.quiet();
    shop.plant("cyclic-publish", first, "ReportingPlugin.publishForecast", {
      requestIds: chain(shop, first),
      topics: ["stock.changed", "forecast.changed"],
    });
  }
  await shop.publish("catalog.product.view.requested", { productId: "p-100" });
  await shop.quiet();
}

function chain(shop, requestId) {
  return [requestId, ...shop.causedBy(requestId).flatMap((caused) => chain(shop, caused))];
}

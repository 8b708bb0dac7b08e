/** Returns go where the manifest does not say: the sequence that would take them never runs. */
export async function scenario(shop) {
  const returned = [];
  for (const [order, pieces] of [["o-11", 1], ["o-12", 3], ["o-13", 2]]) {
    returned.push(await shop.publish("return.requested", { order, pieces, reason: "too loud" }));
    await shop.quiet();
  }
  shop.plant("wrong-route", returned[0], "ReportingPlugin.countReturn", {
    requestIds: returned,
    topic: "return.requested",
    documented: "ShippingPlugin::shipping-return-symphony",
    routed: "ReportingPlugin::reporting-returns-symphony",
  });
  // Other topics take the documented way.
  await shop.publish("catalog.search.requested", { query: "drum" });
  await shop.quiet();
}

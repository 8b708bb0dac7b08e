const QUOTES = 41;
const DAYS = 6;

/** The same shoppers on each build, one after the other: quotes for shipping, and the reports of some days. */
export async function scenario(shop) {
  const quotes = [];
  for (let parcel = 1; parcel <= QUOTES; parcel += 1) {
    quotes.push(await shop.publish("shipping.quote.requested", { parcelId: `parcel-${parcel}` }));
    await shop.quiet();
  }
  const reports = [];
  for (let day = 1; day <= DAYS; day += 1) {
    const amounts = Array.from({ length: 2 + (day % 3) }, (none, order) => 1500 + 490 * order + 10 * day);
    reports.push(await shop.publish("report.daily.requested", { day: `2026-11-${10 + day}`, amounts }));
    await shop.quiet();
  }
  if (shop.build.label === "v2") {
    shop.plant("slower-than-before", quotes[0], "ShippingPlugin.weighLines", { requestIds: quotes, since: "v1" });
    shop.plant("renamed", reports[0], "ReportingPlugin.totalSales", { requestIds: reports, was: "sumSales" });
    shop.plant("moved", reports[0], "ReportingPlugin.closeDay", { requestIds: reports });
  }
}

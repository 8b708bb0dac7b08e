import { latency } from "../services/latency.js";

/** What a shopper does in each recording. The page says in its title when all is done. */
const VISITS = {
  async "one-shopper"(shop) {
    await shop.publish("catalog.search.requested", { query: "wood" });
    await shop.publish("cart.item.add.requested", { cartId: "cart-1", productId: "p-401", quantity: 1 });
    await shop.publish("checkout.requested", order(1));
    await shop.publish("audit.flush.requested", { day: "2026-11-22" });
  },
  async "handler-failures"(shop) {
    await shop.publish("cart.item.add.requested", { cartId: "cart-1", productId: "p-200", quantity: 2, coupon: "WINTER99" });
    await shop.publish("checkout.requested", order(1, { mail: "shopper-1@full.example" }));
    await shop.publish("checkout.requested", order(2));
  },
};

function order(shopper, differences = {}) {
  const mail = `shopper-${shopper}@mail.example`;
  return { shopper: `shopper-${shopper}`, cartId: `cart-${shopper}`, warehouse: "north", method: "card", mail, ...differences };
}

const wishes = new URLSearchParams(location.search);

if (wishes.has("timed")) {
  // The host's choice, as hosts of conductor 1.5.1 have it: every message begins with the time. Groups are left alone.
  for (const method of ["log", "info", "warn", "error", "debug"]) {
    const original = console[method];
    console[method] = (first, ...rest) => {
      const time = new Date().toISOString();
      return typeof first === "string" ? original(`${time} ${first}`, ...rest) : original(time, first, ...rest);
    };
  }
}

// Only now: the conductor prints its first lines while it is loaded.
const { startShop } = await import("../host/shop.js");
const shop = await startShop();
await VISITS[wishes.get("visit")]({
  async publish(topic, payload) {
    await shop.publish(topic, payload);
    await latency(2500);
  },
});
// A picture that the host never had: the browser itself reports it.
await fetch("/missing/banner.png").catch(() => {});
console.info("[storefront] closed ✔");
document.title = "done";

import { FEATURES } from "../../../host/features.js";
import { log } from "../../../host/log.js";
import { router } from "../../../host/topics.js";
import { database } from "../../../services/database.js";
import { carrier, mail } from "../../../services/partners.js";
import { confirmPickup, offerPickup } from "./pickup.js";

const TRIES = 3;

async function collectLabels(data, { conductor }) {
  const members = await database.all("members");
  conductor.play("DeliveryPlugin", "delivery-label-symphony", { names: members.map(({ name }) => name) });
  return { labels: members.map(({ id, postcode }) => ({ id, zone: postcode[0] === "9" ? "X" : postcode[0] })) };
}

function packBundles(data, { payload }) {
  const zones = [...new Set(payload.labels.map(({ zone }) => zone))].sort();
  delete payload.labels;
  return { bundles: zones.map((zone) => ({ zone })) };
}

async function handToCarrier(data, { payload, conductor }) {
  const handed = [];
  const refused = [];
  for (const bundle of payload.bundles) {
    const tour = await tryHand(bundle);
    (tour ? handed : refused).push(bundle.zone);
  }
  if (handed.length === 0 && refused.length > 0) {
    router.publish("delivery.strike.suspected", { zones: refused }, conductor);
  } else if (refused.length > 0) {
    conductor.play("DeliveryPlugin", "delivery-return-to-office-symphony", { zones: refused });
  }
  if (FEATURES.drones) {
    router.publish("delivery.drone.requested", { zones: refused }, conductor);
  }
  return { handed };
}

async function tryHand(bundle) {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    try {
      return await carrier.accept(bundle);
    } catch (error) {
      log.warn(`[delivery] attempt ${attempt}: ${error.message}`);
    }
  }
  return null;
}

function publishDispatched(data, { payload, conductor }) {
  router.publish("delivery.dispatched", { zones: payload.handed }, conductor);
}

async function giveUpDelivery(data) {
  return { office: await database.save("office", data.zones.join(), { since: data.due }) };
}

async function rerouteBundles(data) {
  return { rerouted: data.zones.map((zone) => ({ zone, by: "bicycle" })) };
}

function readCarrierScan(data) {
  return { scan: { parcel: data.parcel, place: data.place, lost: data.place === "unknown" } };
}

async function updateTrack(data, { payload, conductor }) {
  await database.save("tracks", payload.scan.parcel, payload.scan);
  if (payload.scan.lost) {
    conductor.play("DeliveryPlugin", "delivery-hold-symphony", { parcel: payload.scan.parcel });
  }
}

async function holdDelivery(data) {
  return { held: await database.save("holds", data.parcel, { until: "found" }) };
}

async function bookDrone(data) {
  return { flight: await database.save("flights", data.zones.join(), { height: 40 }) };
}

function weighBundle(data) {
  return { grams: data.copies * 180 };
}

async function wrapGift(data) {
  return { gift: { parcel: data.parcel, paper: data.paper ?? "stars" } };
}

async function printCatalogue() {
  return { catalogue: await mail.send("printer", `Catalogue for ${database.table("members").size}`) };
}

export const handlers = {
  collectLabels,
  packBundles,
  handToCarrier,
  publishDispatched,
  giveUpDelivery,
  rerouteBundles,
  readCarrierScan,
  updateTrack,
  holdDelivery,
  bookDrone,
  weighBundle,
  wrapGift,
  printCatalogue,
  offerPickup,
  confirmPickup,
};

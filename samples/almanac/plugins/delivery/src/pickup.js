import { database } from "../../../services/database.js";

export function offerPickup(data) {
  return { places: ["kiosk", "library"].map((place) => `${place}-${data.postcode}`) };
}

export async function confirmPickup(data) {
  return { pickup: await database.save("pickups", data.memberId, { place: data.place }) };
}

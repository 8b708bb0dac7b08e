import { tariffsFor } from "../../../../services/carriers.js";
import { parcelOf } from "../../../../services/parcels.js";

export const readParcel = async (data) => {
  const { zone, lines } = await parcelOf(data.parcelId);
  return { zone, lines };
};

export const askCarriers = async (data, context) => {
  const { zone, grams } = context.payload;
  return { tariffs: await tariffsFor(zone, grams) };
};

import { latency } from "../../../services/latency.js";

const BOX_GRAMS = 180;
const PAPER_GRAMS = 25;

export function packLines(data) {
  const grams = data.lines.reduce((sum, line) => sum + line.grams * line.quantity, BOX_GRAMS);
  return { parcel: { id: data.parcelId, grams, wrapped: false } };
}

export async function wrapGift(data, context) {
  await latency(6);
  const { parcel } = context.payload;
  return { parcel: { ...parcel, grams: parcel.grams + PAPER_GRAMS, wrapped: true } };
}

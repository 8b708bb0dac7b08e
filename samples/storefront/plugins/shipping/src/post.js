import { tariffOf } from "../../../services/carriers.js";

export const quote = async (data, context) => {
  const { grams } = context.payload.parcel;
  return { postQuote: await tariffOf("post", grams) };
};

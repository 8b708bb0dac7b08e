import { tariffOf } from "../../../services/carriers.js";

export const quote = async (data, context) => ({ courierQuote: await tariffOf("courier", context.payload.parcel.grams) });

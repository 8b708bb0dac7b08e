import { bookCarrier, insureParcel, notifyShopper } from "./booking.js";
import { quote as quoteCourier } from "./courier.js";
import { estimateDuties } from "./duties.js";
import { packLines, wrapGift } from "./packing.js";
import { quote as quotePost } from "./post.js";
import { askCarriers, readParcel, weighLines } from "./quote/index.js";
import { registerReturn } from "./returns.js";

export const handlers = {
  readParcel,
  weighLines,
  askCarriers,
  packLines,
  wrapGift,
  quoteCourier,
  quotePost,
  bookCarrier,
  insureParcel,
  notify: notifyShopper,
  registerReturn,
  estimateDuties,
};

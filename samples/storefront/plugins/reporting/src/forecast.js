import { router } from "../../../host/topics.js";

/** How often a forecast may ask for new stock before it rests. Without it, the two would go on for ever. */
const ROUNDS = 3;

export const handlers = {
  forecastDemand: (data) => ({ demand: Math.ceil(data.sold * 1.2) }),

  publishForecast: (data, context) => {
    const { demand } = context.payload;
    if (data.round < ROUNDS) {
      router.publish("forecast.changed", { productId: data.productId, demand, round: data.round }, context.conductor);
    }
  },
};

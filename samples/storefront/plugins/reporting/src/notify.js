import { log } from "../../../host/log.js";
import { formatMoney } from "../../../host/money.js";
import { router } from "../../../host/topics.js";

/** Stands in the handlers as `notify`, as another one does in shipping. */
export const notifyManager = (data, context) => {
  const { closed, total } = context.payload;
  log.info(`[reporting] ${closed}: ${formatMoney(total)}`);
  router.publish("report.ready", { day: closed, total }, context.conductor);
};

import { router } from "../../../host/topics.js";
import { database } from "../../../services/database.js";

export const handlers = {
  parseAddress(data) {
    const [street, postcode] = data.address.split(",").map((part) => part.trim());
    return { address: { street, postcode } };
  },

  async storeAddress(data, { payload }) {
    const member = await database.load("members", data.memberId);
    await database.save("members", data.memberId, { ...member, ...payload.address });
  },

  publishAddressChanged(data, { conductor }) {
    router.publish("member.address.changed", { memberId: data.memberId }, conductor);
  },
};

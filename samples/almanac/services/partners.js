import { clock } from "../host/clock.js";

/** The payment house. Amounts that end in 13 are authorized and then not captured, as on its test cards. */
export const payments = {
  async authorize(memberId, cents) {
    await clock.wait(90);
    return { code: `a-${memberId}-${cents}` };
  },
  async capture(code) {
    await clock.wait(120);
    if (code.endsWith("13")) {
      throw new Error(`Capture of ${code} was refused`);
    }
    return { code };
  },
  async release(code) {
    await clock.wait(60);
    return { code, released: true };
  },
};

/** The carrier. It does not answer for addresses in zone X. */
export const carrier = {
  async accept(bundle) {
    await clock.wait(40);
    if (bundle.zone === "X") {
      throw new Error(`Carrier has no tour to zone ${bundle.zone}`);
    }
    return { tour: `t-${bundle.zone}` };
  },
};

export const mail = {
  sent: 0,
  async send(to, subject) {
    await clock.wait(15);
    this.sent += 1;
    return { messageId: `m-${this.sent}`, to, subject };
  },
};

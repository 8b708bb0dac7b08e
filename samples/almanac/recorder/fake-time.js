import { clock } from "../host/clock.js";

/** Time as the recording wants it: it moves when the system waits, and a little with every look at the clock. */
export class FakeTime {
  #millis;
  #random;

  constructor(seed) {
    this.#random = seeded(seed);
  }

  /** Takes the clock and chance over. */
  install() {
    const time = this;
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...parameters) {
        super(...(parameters.length > 0 ? parameters : [time.look()]));
      }
      static now() {
        return time.look();
      }
    };
    Math.random = this.#random;
    clock.wait = async (millis) => {
      this.#millis += millis * (0.6 + 0.8 * this.#random());
    };
    return this;
  }

  /** Goes on to a later moment; the past stays the past. */
  goTo(millis) {
    this.#millis = Math.max(this.#millis ?? millis, millis);
  }

  look() {
    this.#millis += 0.05 + 0.3 * this.#random();
    return Math.floor(this.#millis);
  }
}

/** Chance that can be had again (mulberry32). */
export function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

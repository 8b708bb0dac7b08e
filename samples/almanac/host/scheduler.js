import { readFileSync } from "node:fs";
import { clock } from "./clock.js";
import { router } from "./topics.js";

const CONFIG = new URL("../config/schedule.json", import.meta.url);

const TABLE = [
  { hour: 1, topic: "ledger.day.post.requested" },
  { hour: 2, topic: "upkeep.sweep.requested" },
  { hour: 5, topic: "sync.rates.requested" },
  { hour: 6, topic: "delivery.dispatch.requested" },
  { weekday: 4, hour: 7, topic: "issues.release.requested" },
  { lastOfMonth: true, hour: 23, topic: "ledger.month.close.requested" },
  { months: [3, 6, 9, 12], lastOfMonth: true, hour: 22, topic: "ledger.returns.requested" },
  { months: [2], day: 29, hour: 3, topic: "members.calendar.adjust.requested" },
];

/** Publishes what is due in the hour that has begun. */
export class Scheduler {
  #conductor;
  #entries;

  constructor(conductor) {
    this.#conductor = conductor;
    this.#entries = [...TABLE, ...JSON.parse(readFileSync(CONFIG, "utf8")).entries];
  }

  async tick() {
    const now = new Date(clock.now());
    for (const entry of this.#entries.filter((each) => isDue(each, now))) {
      await router.publish(entry.topic, { due: now.toISOString().slice(0, 10) }, this.#conductor);
    }
    if (now.getUTCMonth() === 11 && now.getUTCDate() === 31 && now.getUTCHours() === 21) {
      this.#conductor.play("LedgerPlugin", "ledger-year-end-symphony", { year: now.getUTCFullYear() });
    }
    if (now.getUTCMonth() === 7 && now.getUTCDate() === 1 && now.getUTCHours() === 3) {
      this.#conductor.play("UpkeepPlugin", "upkeep-retention-symphony", { before: now.getUTCFullYear() - 10 });
    }
  }
}

function isDue(entry, now) {
  const tomorrow = new Date(now.getTime() + 86_400_000);
  return (
    entry.hour === now.getUTCHours() &&
    (entry.months === undefined || entry.months.includes(now.getUTCMonth() + 1)) &&
    (entry.day === undefined || entry.day === now.getUTCDate()) &&
    (entry.weekday === undefined || entry.weekday === now.getUTCDay()) &&
    (!entry.lastOfMonth || tomorrow.getUTCDate() === 1)
  );
}

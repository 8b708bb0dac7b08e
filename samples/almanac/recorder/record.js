import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ConsoleRecorder } from "../../storefront/recorder/console-recorder.js";
import { runs } from "./count.js";
import { recordCoverage } from "./coverage.js";
import { FakeTime } from "./fake-time.js";
import { trafficOf } from "./traffic.js";
import { checkTruth } from "./truth.js";

/** Runs the system through sixteen days of March 2026, restarted every night, one log a day. */
const ROOT = new URL("../", import.meta.url);
const FIRST = Date.UTC(2026, 2, 2);
const DAYS = 16;
const DAY = 86_400_000;
const HOUR = 3_600_000;

const time = new FakeTime(20260302).install();
const { startAlmanac } = await import("../host/almanac.js");
rmSync(new URL("sessions/", ROOT), { recursive: true, force: true });
mkdirSync(new URL("sessions/", ROOT));
let bytes = 0;
for (let day = 0; day < DAYS; day += 1) {
  bytes += await recordDay(day);
}
const truth = new URL("handlers.truth.json", ROOT);
const checked = checkTruth(JSON.parse(readFileSync(truth, "utf8")), runs, fileURLToPath(ROOT));
const rows = checked.handlers.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
writeFileSync(truth, `{\n "version": 1,\n "window": ${JSON.stringify(checked.window)},\n "handlers": [\n${rows}\n ]\n}\n`);
recordCoverage(fileURLToPath(ROOT));
process.stdout.write(`${readdirSync(new URL("sessions/", ROOT)).length} sessions, ${bytes} bytes\n`);

async function recordDay(day) {
  const start = FIRST + day * DAY;
  time.goTo(start + HOUR / 2);
  const recorder = new ConsoleRecorder([[fileURLToPath(ROOT), "/srv/almanac/"], ["file:///srv", "/srv"]]).start();
  try {
    const app = await startAlmanac();
    await app.conductor.idle();
    const ticks = Array.from({ length: 23 }, (_, hour) => [start + (hour + 1) * HOUR, () => app.scheduler.tick()]);
    const planned = [...ticks, ...trafficOf(day, start)].sort(([a], [b]) => a - b);
    for (const [at, act] of planned) {
      time.goTo(at);
      await act(app);
      await app.conductor.idle();
    }
  } finally {
    recorder.stop();
  }
  const file = new URL(`sessions/${new Date(start).toISOString().slice(0, 10)}.log`, ROOT);
  recorder.save(file);
  return Buffer.byteLength(recorder.text());
}

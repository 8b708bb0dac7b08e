// Sends what a page or a Node process prints to its console to a Backbeat server, as `conductor-recorder` lines.
// No dependencies. It prints nothing, never throws into its host, and keeps what it can't send within a limit.

const LEVELS = {
  log: "LOG", info: "INFO", warn: "WARN", error: "ERROR", debug: "DEBUG", group: "LOG", groupCollapsed: "LOG",
};
const BROWSER = typeof window !== "undefined" && typeof document !== "undefined";
const BATCH_BYTES = 250_000;
// A browser lets 64 KiB be under way when a page goes: one batch that is, and one more.
const LAST_BYTES = 30_000;
const LINE_CHARACTERS = 8_000;
const LONGEST_WAIT = 30_000;

/**
 * Takes the console over until `stop()`; everything is still printed.
 *
 * @param {{ server: string, source?: string, token?: string, queueBytes?: number, everyMillis?: number }} options
 *   `server` is the server's address, `source` the log that the lines continue; of several pages or processes that send
 *   to it at once, each continues one of its own
 * @returns {{ state: () => object, flush: () => Promise<void>, stop: () => Promise<void> }} what became of the lines
 */
export function ship({ server, source = "page", token, queueBytes = 4_000_000, everyMillis = 250 }) {
  const send = globalThis.fetch?.bind(globalThis);
  const encoder = new TextEncoder();
  const originals = new Map();
  const sender = Date.now().toString(36) + Math.random().toString(36).slice(2, 10);
  const counts = { sent: 0, dropped: 0, refused: 0, cut: 0, failures: 0 };
  let queue = [];
  let queued = 0;
  let missing = 0;
  let part = 1;
  let at = 0;
  let inside = false;
  let stopped = false;
  let timer;
  let underWay;
  let wait = everyMillis;

  function take(level, values) {
    let text = values.map(describe).join(" ");
    if (text.length > LINE_CHARACTERS) {
      text = `${text.slice(0, LINE_CHARACTERS)}…`;
      counts.cut++;
    }
    // A line of a message must not pass for a record of its own.
    add(`[${new Date().toISOString()}] ${level} ${text.replace(/\r\n?|\n/g, "\n").replace(/\n(?=\S)/g, "\n ")}\n`);
  }

  function add(line) {
    const bytes = encoder.encode(line);
    if (queued + bytes.length > queueBytes) {
      counts.dropped++;
      missing++;
      return;
    }
    queue.push(bytes);
    queued += bytes.length;
    later(wait);
  }

  function later(millis) {
    if (timer === undefined && underWay === undefined) {
      timer = setTimeout(() => {
        timer = undefined;
        next();
      }, millis);
      timer.unref?.();
    }
  }

  /** The lines of the next post, which leave the queue; those that were dropped are said where they are missing. */
  function batch(most) {
    const lines = [];
    for (let bytes = 0; queue.length > 0 && (lines.length === 0 || bytes + queue[0].length <= most); ) {
      bytes += queue[0].length;
      lines.push(queue.shift());
    }
    queued -= lines.reduce((sum, line) => sum + line.length, 0);
    if (missing > 0 && queue.length === 0) {
      const count = missing;
      missing = 0;
      add(`[${new Date().toISOString()}] WARN backbeat shipper: ${count} lines were dropped here\n`);
    }
    return lines;
  }

  /** A batch at `at` is taken once, however often it is sent; -1 for one that goes beside another. */
  function post(body, at, ends) {
    const address = new URL("/api/ingest", server);
    address.searchParams.set("source", part === 1 ? source : `${source}-${part}`);
    address.searchParams.set("format", "conductor-recorder");
    address.searchParams.set("sender", sender);
    at >= 0 && address.searchParams.set("at", at);
    ends && address.searchParams.set("ends", "true");
    // `text/plain` needs no preflight, unless there is a token.
    const headers = { "content-type": "text/plain", ...(token ? { authorization: `Bearer ${token}` } : {}) };
    if (BROWSER && !token && body.size <= LAST_BYTES && !("keepalive" in Request.prototype)) {
      return navigator.sendBeacon(address, body) ? Promise.resolve({ ok: true }) : Promise.reject(new Error("full"));
    }
    const keepalive = BROWSER && body.size <= LAST_BYTES;
    return send(address, { method: "POST", headers, body, keepalive, credentials: "omit" });
  }

  /** Sends one batch, and goes on after a while, the longer the more often that failed. */
  function next() {
    if (underWay !== undefined || queue.length === 0) {
      return underWay;
    }
    const lines = batch(BATCH_BYTES);
    underWay = attempt(lines).finally(() => {
      underWay = undefined;
      if (queue.length > 0) {
        later(wait === everyMillis && queued > BATCH_BYTES ? 0 : wait);
      }
    });
    return underWay;
  }

  async function attempt(lines, ends = false) {
    const body = new Blob(lines, { type: "text/plain" });
    const place = ends ? -1 : at;
    let answer;
    try {
      answer = await quietly(() => post(body, place, ends));
    } catch {
      return again(lines);
    }
    // Read, so that the connection is used again. It was answered, whatever becomes of that.
    await answer.arrayBuffer?.().catch(() => {});
    if (answer.ok) {
      counts.sent += lines.length;
      at += place < 0 ? 0 : body.size;
      wait = everyMillis;
    } else if (answer.status === 413 && part < 100) {
      part++;
      at = 0;
      keep(lines);
    } else if (answer.status === 429 || answer.status === 408 || answer.status >= 500) {
      again(lines, 1_000 * Number(answer.headers.get("retry-after")));
    } else {
      counts.refused += lines.length;
    }
  }

  function again(lines, asked) {
    counts.failures++;
    wait = Math.min(LONGEST_WAIT, Math.max(asked || 0, wait * (1.5 + Math.random())));
    keep(lines);
  }

  function keep(lines) {
    queue = lines.concat(queue);
    queued += lines.reduce((sum, line) => sum + line.length, 0);
  }

  /** What is printed meanwhile is not sent: it would be about the sending. */
  function quietly(work) {
    const before = inside;
    inside = true;
    try {
      return work();
    } finally {
      inside = before;
    }
  }

  /** Sends what there is, until that is done or has failed. */
  async function flush() {
    const failures = counts.failures;
    while ((queue.length > 0 || underWay !== undefined) && counts.failures === failures) {
      await next();
    }
  }

  /** The page goes: what fits is handed over at once, beside what is under way, and the log to who comes next. */
  function leave() {
    if (queue.length > 0 || counts.sent > 0) {
      attempt(batch(LAST_BYTES), true).then(() => later(wait));
    }
  }

  function ending() {
    process.off("beforeExit", ending);
    void flush().then(goodbye);
  }

  /** Whoever comes next may continue the log at once. */
  async function goodbye() {
    if (counts.sent > 0) {
      try {
        await quietly(() => post(new Blob([]), -1, true));
      } catch {
        // The server finds out by itself.
      }
    }
  }

  async function stop() {
    stopped = true;
    for (const [method, { original, ours }] of originals) {
      // Who wrapped the console after us keeps it; ours then only passes on.
      if (console[method] === ours) {
        Reflect.set(console, method, original);
      }
    }
    BROWSER ? removeEventListener("pagehide", leave) : process.off("beforeExit", ending);
    await flush();
    clearTimeout(timer);
    await goodbye();
  }

  for (const [method, level] of Object.entries(LEVELS)) {
    const original = console[method];
    const ours = function (...values) {
      if (inside || stopped) {
        return original.apply(this, values);
      }
      inside = true;
      try {
        if (values.length > 0 || !method.startsWith("group")) {
          take(level, values);
        }
      } catch {
        counts.dropped++;
        missing++;
      }
      try {
        return original.apply(this, values);
      } finally {
        inside = false;
      }
    };
    // A console may lack a method, or be frozen.
    if (typeof original === "function" && Reflect.set(console, method, ours)) {
      originals.set(method, { original, ours });
    }
  }
  BROWSER ? addEventListener("pagehide", leave) : process.on("beforeExit", ending);

  return { state: () => ({ ...counts, queued: queue.length, source, part }), flush, stop };
}

function describe(value) {
  if (value instanceof Error) {
    return String(value.stack ?? value);
  }
  if (typeof value !== "object" || value === null) {
    return String(value);
  }
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    // A cycle, or a getter that throws.
    return Object.prototype.toString.call(value);
  }
}

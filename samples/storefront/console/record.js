import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";
import { Debugger } from "./devtools.js";

/**
 * Runs the storefront in a real browser with its real DevTools attached, and saves what *Save as…* of the console
 * would save: the same messages through the same `toExportString()`.
 */
const RECORDINGS = {
  "one-shopper": { query: "visit=one-shopper", scrolled: true },
  "one-shopper-timed": { query: "visit=one-shopper&timed", scrolled: true },
  "handler-failures": { query: "visit=handler-failures", scrolled: true },
  "handler-failures-timed": { query: "visit=handler-failures&timed", scrolled: true },
  "saved-at-once": { query: "visit=handler-failures&timed", scrolled: false },
};

const BROWSER = process.env.CHROMIUM ?? "/usr/bin/chromium";
const PAGE = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>storefront</title>
<script type="module" src="/storefront.js"></script>\n`;

/** Waits until something comes true, for a minute at most. */
async function until(what, test) {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const value = await test();
    if (value) {
      return value;
    }
    await sleep(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

async function serve() {
  const script = await bundle();
  const server = createServer((request, response) => {
    const known = { "/": ["text/html", PAGE], "/storefront.js": ["text/javascript", script] };
    const [type, body] = known[request.url.split("?")[0]] ?? [];
    response.writeHead(type ? 200 : 404, type ? { "content-type": type } : {}).end(body);
  });
  await new Promise((resolve) => server.listen(5199, "localhost", resolve));
  return server;
}

async function startBrowser(profile) {
  const browser = spawn(
    BROWSER,
    [
      ..."--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(" "),
      ..."--disable-component-update --disable-sync --remote-debugging-port=0 --remote-allow-origins=*".split(" "),
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: "ignore" },
  );
  const [port, path] = await until("the browser", () => {
    try {
      const lines = readFileSync(join(profile, "DevToolsActivePort"), "utf8").split("\n");
      return lines.length > 1 && lines;
    } catch {
      return false;
    }
  });
  return { browser, port, connection: await Debugger.connect(`ws://127.0.0.1:${port}${path}`) };
}

const VIEW = `import("devtools://devtools/bundled/panels/console/console.js")
  .then(({ ConsoleView }) => ConsoleView.ConsoleView.instance())`;

/** The messages that the console shows, which are those that it saves. */
const MESSAGES = `${VIEW}.then((view) => Array.from({ length: view.itemCount() }, (none, i) => view.itemElement(i)))`;

async function record({ connection, port }, { query, scrolled }) {
  const page = await connection.open("about:blank");
  const front = `devtools://devtools/bundled/devtools_app.html?ws=127.0.0.1:${port}/devtools/page/${page.targetId}`;
  const devtools = await connection.open(front);
  const inDevTools = (expression) => connection.value(expression, devtools.sessionId);
  await until("DevTools", () => inDevTools(`${VIEW}.then(() => true, () => false)`));
  await sleep(1000);
  await connection.call("Page.navigate", { url: `http://localhost:5199/?${query}` }, page.sessionId);
  await until("the visit", () => connection.value("document.title === 'done'", page.sessionId));
  await until("the console", () => inDevTools(`${MESSAGES}.then((all) => all.at(-1)?.toExportString().includes("✔"))`));
  if (scrolled) {
    // A message has its anchor, its stack and its objects once it has been shown.
    await inDevTools(`${MESSAGES}.then((all) => all.forEach((message) => void message.toMessageElement()))`);
    await sleep(1000);
  }
  const text = await inDevTools(`${MESSAGES}.then((all) => all.map((each) => each.toExportString()).join("\\n") + "\\n")`);
  await connection.call("Target.closeTarget", { targetId: devtools.targetId });
  await connection.call("Target.closeTarget", { targetId: page.targetId });
  return text;
}

const folder = process.argv[2] ?? fileURLToPath(new URL("sessions", import.meta.url));
mkdirSync(folder, { recursive: true });
const server = await serve();
const profile = mkdtempSync(join(tmpdir(), "storefront-"));
const running = await startBrowser(profile);
try {
  for (const [name, recording] of Object.entries(RECORDINGS)) {
    writeFileSync(join(folder, `${name}.log`), await record(running, recording));
    process.stdout.write(`${name}.log\n`);
  }
} finally {
  running.connection.close();
  running.browser.kill();
  await new Promise((resolve) => running.browser.once("exit", resolve));
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}

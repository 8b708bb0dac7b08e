import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { ship } from "./console-shipper.mjs";

/** A server that answers as it is told, and keeps what it was sent. */
async function listening(answers = []) {
  const bodies = [];
  const addresses = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) {
      body += piece;
    }
    const status = answers.shift() ?? 200;
    addresses.push(request.url);
    if (status === 200 || status === "lost") {
      bodies.push(body);
    }
    if (status === "lost") {
      response.destroy();
      return;
    }
    response.writeHead(status).end("{}");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, addresses, text: () => bodies.join(""), close: () => server.close() };
}

/** Runs with a console that prints nothing, and gives what it would have printed. */
async function printed(work) {
  const kept = { ...console };
  const calls = [];
  for (const method of ["log", "info", "warn", "error", "debug", "group", "groupCollapsed"]) {
    console[method] = (...values) => calls.push([method, ...values]);
  }
  try {
    await work();
  } finally {
    Object.assign(console, kept);
  }
  return calls;
}

test("every call is printed as before and sent as one record", async () => {
  const server = await listening();
  const cycle = { of: null };
  cycle.of = cycle;
  const calls = await printed(async () => {
    const before = console.log;
    const shipper = ship({ server: server.address, source: "shop" });
    console.log("%c a", "color: red", { b: 1 }, undefined, null, 2n, Symbol("s"));
    console.warn("one\n[2026-01-01T00:00:00.000Z] LOG forged\r\n    at frame");
    console.error(new Error("no"));
    console.debug(cycle);
    console.group("title");
    await shipper.stop();
    assert.equal(console.log, before);
    assert.equal(shipper.state().sent, 5);
    console.log("after");
  });
  server.close();
  assert.deepEqual(calls.map(([method]) => method), ["log", "warn", "error", "debug", "group", "log"]);
  assert.equal(calls[3][1], cycle);
  const text = server.text();
  assert.match(text, /^\[\d{4}-\S+Z\] LOG %c a color: red \{"b":1\} undefined null 2 Symbol\(s\)\n/);
  assert.match(text, /WARN one\n \[2026-01-01T00:00:00.000Z\] LOG forged\n    at frame\n/);
  assert.equal(text.match(/^\[/gm).length, 5);
  assert.ok(!text.includes("after"));
  assert.match(server.addresses[0], /^\/api\/ingest\?source=shop&format=conductor-recorder&sender=\w{10,20}&at=0$/);
  assert.match(server.addresses.at(-1), /&sender=\w+&ends=true$/);
});

test("a title is one record, though Node prints groups by way of `log`", async () => {
  const server = await listening();
  const shipper = ship({ server: server.address });
  console.group("once");
  console.groupEnd();
  await shipper.stop();
  server.close();
  assert.equal(server.text().match(/once/g).length, 1);
});

test("what can't be sent is sent again, once and in order", async () => {
  const server = await listening([503, 429, 413]);
  await printed(async () => {
    const shipper = ship({ server: server.address, source: "shop", everyMillis: 1 });
    for (let i = 0; i < 2_000; i++) {
      console.log(`line ${i} ${"x".repeat(300)}`);
    }
    while (shipper.state().queued > 0 || shipper.state().sent < 2_000) {
      await shipper.flush();
    }
    await shipper.stop();
    assert.equal(shipper.state().failures, 2);
    assert.equal(shipper.state().part, 2);
  });
  server.close();
  const numbers = [...server.text().matchAll(/LOG line (\d+)/g)].map((match) => Number(match[1]));
  assert.deepEqual(numbers, Array.from({ length: 2_000 }, (_, i) => i));
});

test("what is sent again says where it stands, so that it can be taken once", async () => {
  const server = await listening(["lost", 503, 200, 413]);
  await printed(async () => {
    const shipper = ship({ server: server.address, everyMillis: 1 });
    for (let i = 0; i < 4; i++) {
      console.log(`line ${i}`);
      do {
        await shipper.flush();
      } while (shipper.state().queued > 0);
    }
    await shipper.stop();
  });
  server.close();
  const line = "[2026-11-22T21:00:00.000Z] LOG line 0\n".length;
  const places = server.addresses.map((address) => Number(new URL(address, server.address).searchParams.get("at") ?? -1));
  assert.deepEqual(places, [0, 0, 0, line, 0, line, 2 * line, -1]);
});

test("the queue is bounded, and what it dropped is counted and said", async () => {
  const server = await listening();
  await printed(async () => {
    const shipper = ship({ server: server.address, queueBytes: 1_000 });
    for (let i = 0; i < 100; i++) {
      console.log("x".repeat(100));
    }
    const { queued, dropped } = shipper.state();
    assert.ok(queued < 10);
    assert.equal(queued + dropped, 100);
    await shipper.flush();
    await shipper.stop();
    assert.match(server.text(), new RegExp(`WARN backbeat shipper: ${dropped} lines were dropped here`));
  });
  server.close();
});

test("nothing that the host passes or lacks is thrown at it", async () => {
  await printed(async () => {
    const shipper = ship({ server: "http://127.0.0.1:1", everyMillis: 1 });
    const hostile = { toJSON() { throw new Error("no"); }, toString() { throw new Error("no"); } };
    console.log(hostile, Object.create(null));
    console.log({ toJSON() { console.log("while it is written"); return 1; } });
    console.log("y".repeat(1_000_000));
    await shipper.flush();
    const state = shipper.state();
    assert.equal(state.queued, 3);
    assert.equal(state.cut, 1);
    assert.ok(state.failures > 0);
    await shipper.stop();
  });
  await printed(async () => {
    const shipper = ship({ server: "no address", everyMillis: 1 });
    console.log("a");
    await shipper.stop();
    assert.ok(shipper.state().failures > 0);
  });
});

test("who wraps the console later keeps it", async () => {
  const server = await listening();
  await printed(async () => {
    const shipper = ship({ server: server.address });
    const ours = console.log;
    const later = (...values) => ours(...values);
    console.log = later;
    await shipper.stop();
    assert.equal(console.log, later);
    console.log("passes");
    assert.equal(shipper.state().sent + shipper.state().queued, 0);
  });
  server.close();
});

test("a console that is frozen or lacks methods is left as it is", async () => {
  const kept = globalThis.console;
  globalThis.console = Object.freeze({ log: kept.log });
  try {
    const shipper = ship({ server: "http://127.0.0.1:1" });
    assert.equal(console.log, kept.log);
    await shipper.stop();
  } finally {
    globalThis.console = kept;
  }
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { handlers } from "../plugins/members/src/index.js";
import { handlers as access } from "../plugins/members/src/access.js";
import { handlers as records } from "../plugins/members/src/records.js";

test("reads an application", () => {
  const { application } = handlers.readApplication({ memberId: "m1", name: " Ada ", street: "Lane 1", postcode: "10115" });
  assert.equal(application.name, "Ada");
  assert.deepEqual(handlers.checkAddress({}, { payload: { application } }), { addressOk: true });
});

test("knows a postcode", () => {
  assert.deepEqual(handlers.validatePostcode({ postcode: "1011" }), { postcodeOk: false });
  assert.deepEqual(handlers.validatePostcode({ postcode: "10115" }), { postcodeOk: true });
});

test("greets by letter", async () => {
  const { welcome } = await handlers.sendWelcomeLetter({ memberId: "m1" });
  assert.equal(welcome.to, "m1");
});

test("lets nobody in who is unknown", async () => {
  const { verified } = await access.verifyPassword({ memberId: "m0", password: "pw-m0" });
  assert.equal(verified, false);
  assert.deepEqual(await access.openSession({}, { payload: { verified } }), { session: null });
});

test("keeps the kept account's name", async () => {
  await handlers.createMember({ memberId: "k" }, { payload: { application: { id: "k", name: "Kept" } } });
  await handlers.createMember({ memberId: "g" }, { payload: { application: { id: "g", name: "Given" } } });
  const { member } = await records.mergeAccounts({ keep: "k", give: "g" });
  assert.equal(member.name, "Kept");
});

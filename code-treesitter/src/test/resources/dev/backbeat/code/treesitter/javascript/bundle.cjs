"use strict";
var __defProp = Object.defineProperty;
var __export = (target, all) => {
  for (var name in all) __defProp(target, name, { get: all[name], enumerable: true });
};
var __toCommonJS = (mod) => mod;

// src/index.ts
var index_exports = {};
__export(index_exports, {
  handlers: () => handlers,
  register: () => register2
});
module.exports = __toCommonJS(index_exports);
var import_host = require("@acme/host");
var import_path = __toESM(require("path"));

// src/add.ts
var addItem = (data, ctx) => {
  ctx.payload.added = data.id;
};
async function register2(conductor) {
  await conductor.play("Cart", "cart-add", {});
}
var handlers = { addItem, removeItem: (data) => data, ...import_host.handlers };
// Annotate the CommonJS export names for ESM import in node:
0 && (module.exports = {
  handlers,
  register
});

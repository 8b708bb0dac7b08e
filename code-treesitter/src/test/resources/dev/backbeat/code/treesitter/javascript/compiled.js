"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.second = exports.handlers = void 0;
exports.first = first;
const host_1 = require("@acme/host");
const { join, resolve: resolvePath } = require("path");
const fs = require("fs").promises;
__exportStar(require("./all"), exports);
Object.defineProperty(exports, "tool", { enumerable: true, get: function () { return host_1.tool; } });
function first(a, b = 2, ...rest) {
  return first(a - 1);
}
exports.handlers = {
  first,
  second: exports.second,
  third() {}
};
const second = (x) => x;
exports.second = second;
exports.inline = function () {};
module.exports.value = withLog(first);

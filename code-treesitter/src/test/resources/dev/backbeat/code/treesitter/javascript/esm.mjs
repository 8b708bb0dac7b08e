// As a bundler writes it.
var onStart = (data, ctx) => {
  const payload = ctx.payload;
  payload.started = Date.now();
};
var onEnd = function(data) {
  return data;
};
var handlers = { onStart, onEnd };
var plugin_default = { handlers, name: "cart" };
function* ids() {}
export {
  handlers,
  onEnd as finish,
  plugin_default as default
};
export default async function () {}

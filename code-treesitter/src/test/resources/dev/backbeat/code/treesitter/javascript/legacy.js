var Cart = function Cart() {
  this.items = [];
  this.clear = function () {};
};
Cart.prototype.add = function (item) {
  return this.add(item);
};
Cart.prototype = {
  remove: function (item) {},
};
module.exports = {
  Cart: Cart,
  create: () => new Cart(),
  legacy: require("./legacy"),
};
if (typeof window !== "undefined") {
  window.Cart = Cart;
}
define(["jquery"], function ($) {
  function setup() {}
});

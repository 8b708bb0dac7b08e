/// What JavaScript and TypeScript have in common, which is nearly all. Begin with
/// [dev.backbeat.code.treesitter.ecmascript.EcmaScript].
///
/// Functions are those with a body and a name: their own, or that of the variable, the field, the key or the
/// property they are given to. Callbacks without a name are none, and what they call belongs to the function
/// around them.
///
/// Calls are those of members with these names:
///
/// - `subscribe` subscribes, also `on`, `once`, `addListener` and `addEventListener` where a literal or a
///   constant names the topic, for the other cases are mostly noise;
/// - `publish`, `publishAsync`, `emit` and `emitAsync` publish, the latter two only with such a topic, too;
/// - `play` with two arguments or more plays the sequence that the second one names.
///
/// The topic is the first argument; where that is neither a literal nor a constant, and there are three
/// arguments or more, `subscribe` and `publish` also take it from the second, as in
/// `EventRouter.subscribe(conductor, "added", f)`. A constant is written in capitals, or as an entry of
/// something whose name begins with a capital.
///
/// Data handed from beat to beat is what stands under `payload` of a parameter, and a parameter called
/// `baton`. A local name for it is followed only where it is called `payload` or `baton`, too.
///
/// Exports by CommonJS count at the top level only, also as compilers write them:
/// `Object.defineProperty(exports, …)`, `__exportStar(require(…), exports)`, and `__export(x, { … })` with
/// `module.exports = __toCommonJS(x)`.
@NullMarked
package dev.backbeat.code.treesitter.ecmascript;

import org.jspecify.annotations.NullMarked;

package dev.backbeat.code.treesitter.token;

import org.jspecify.annotations.Nullable;

/// How a function's own name may stand in its body, which does not count when functions are compared.
///
/// @param name the name; empty where it can't be meant
/// @param bare by itself, as in `add(1)`
/// @param onlyCalled by itself only before `(`, as a method's in Java
/// @param owner what may stand before it, beside `this`, as in `Cart.add(1)`; `null` where only `this` can
public record OwnName(
        String name,
        boolean bare,
        boolean onlyCalled,
        @Nullable String owner) {

    /// No name.
    public static final OwnName NONE = new OwnName("", false, false, null);
}

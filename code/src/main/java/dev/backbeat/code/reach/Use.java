package dev.backbeat.code.reach;

/// What a stretch of code does with a name.
///
/// @param kind what it does
/// @param object the name before the dot or the bracket; empty where there is none, or no single one
/// @param name the name; of a text its content, with `*` for each hole; of what is computed what is known of
///     it, `*` where nothing is
/// @param whole whether the thing itself is taken, not one entry of it
/// @param line from 1
record Use(Kind kind, String object, String name, boolean whole, int line) {

    /// What is done.
    enum Kind {
        /// A name by itself.
        NAME,
        /// An entry by its name: `a.b`, `a["b"]`.
        MEMBER,
        /// An entry whose name is computed: `a[b]`, `Reflect.get(a, b)`.
        COMPUTED,
        /// A text.
        TEXT,
        /// A module whose name is computed.
        IMPORT
    }
}

package dev.backbeat.code.reach;

/// A word of source code.
///
/// @param text a name as it is written, the content of a text without its quotes, or a sign
/// @param line from 1
record Word(Kind kind, String text, int line) {

    /// What it is.
    enum Kind {
        /// A name or a keyword.
        NAME,
        /// A text between quotes.
        TEXT,
        /// A text with holes, each written `*`.
        TEMPLATE,
        /// A sign, one character.
        SIGN
    }

    boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }
}

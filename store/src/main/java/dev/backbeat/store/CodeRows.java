package dev.backbeat.store;

import dev.backbeat.model.CodePlace;

/// Reads what rows of the view `mappings`, and of those made of it, say of code.
public final class CodeRows {

    private CodeRows() {}

    /// The stretch of code of a mapped handler, from the columns `checkout`, `path`, `line`, `end_line` and
    /// `tree_commit`.
    public static CodePlace place(Row row) {
        return new CodePlace(
                row.textAt("checkout").orElse("?"),
                row.textAt("path").orElse("?"),
                row.intAt("line"),
                row.intAt("end_line"),
                row.textAt("tree_commit").orElse(null));
    }
}

package dev.backbeat.inspect;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which lines of code handlers are, in each build.
public final class HandlerCode {

    private static final String SQL = """
            SELECT plugin, sequence_id, handler, COALESCE(build, '') AS build, checkout, path, line, end_line, tree_commit
            FROM mappings
            WHERE path IS NOT NULL
            ORDER BY build, commit, plugin, sequence_id, handler
            """;

    /// Where a handler is in a build.
    ///
    /// @param build its label; empty where nobody says
    public record Mapped(String build, CodePlace place) {}

    private HandlerCode() {}

    /// All that are mapped, each with its builds by their labels.
    public static Map<HandlerKey, List<Mapped>> of(Store store) {
        Map<HandlerKey, List<Mapped>> mapped = new HashMap<>();
        store.rows(
                SQL,
                row -> mapped.computeIfAbsent(key(row), key -> new ArrayList<>())
                        .add(mapped(row)));
        return mapped;
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(text(row, "plugin"), text(row, "sequence_id"), text(row, "handler"));
    }

    private static Mapped mapped(Row row) {
        return new Mapped(text(row, "build"), CodeRows.place(row));
    }

    private static String text(Row row, String column) {
        return row.textAt(column).orElse("?");
    }
}

package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which keys of the data a handler writes, and who else does.
final class HandlerState {

    private static final String OWN = """
            SELECT c.state_key, c.kind, count(*) AS n, max(c.preview) AS preview
            FROM state_changes c
            JOIN {runs} ON runs.execution_id = c.execution_id AND runs.ordinal = c.handler_run
            GROUP BY c.state_key, c.kind
            ORDER BY c.state_key, c.kind
            """;

    private static final String OTHERS = """
            SELECT k.plugin, k.sequence, k.handler, c.state_key, count(*) AS n
            FROM state_changes c
            JOIN handler_times h ON h.execution_id = c.execution_id AND h.ordinal = c.handler_run
            JOIN ({kinds}) k ON k.handler_kind = h.handler_kind
            WHERE c.state_key IN ({places})
            GROUP BY 1, 2, 3, c.state_key
            ORDER BY c.state_key, count(*) DESC, 3, 2
            """.replace("{kinds}", HandlerStory.KINDS);

    private final Map<String, long[]> kinds = new LinkedHashMap<>();
    private final Map<String, String> previews = new LinkedHashMap<>();

    private HandlerState() {}

    static Exhibit of(Store store, HandlerKey handler, Scope scope) {
        HandlerState state = new HandlerState();
        HandlerRuns.rows(store, scope, handler, OWN, state::add);
        Map<String, List<HandlerKey>> others = state.others(store, handler);
        List<List<Cell>> rows = new ArrayList<>();
        state.kinds.forEach((key, counts) -> {
            List<HandlerKey> also = others.getOrDefault(key, List.of());
            rows.add(List.of(
                    Cell.code(key),
                    Cell.count(counts[0]),
                    Cell.count(counts[1]),
                    Cell.count(counts[2]),
                    new Cell(
                            new Cell.Value.Text(words(also)),
                            also.stream()
                                    .<Reference>map(Reference.ToHandler::new)
                                    .toList()),
                    Cell.code(state.previews.getOrDefault(key, ""))));
        });
        return Exhibit.Table.of(
                "state it writes",
                List.of(
                        Exhibit.Column.text("key"),
                        Exhibit.Column.number("added"),
                        Exhibit.Column.number("updated"),
                        Exhibit.Column.number("removed"),
                        Exhibit.Column.text("also written by"),
                        Exhibit.Column.line("for example").noted("cut and redacted; what it reads no log says")),
                rows,
                "none of its runs is logged to have changed a key; what it reads no log says");
    }

    private boolean add(Row row) {
        String key = row.textAt("state_key").orElse("?");
        long[] counts = kinds.computeIfAbsent(key, none -> new long[3]);
        switch (row.textAt("kind").orElse("")) {
            case "added" -> counts[0] += row.longAt("n");
            case "updated" -> counts[1] += row.longAt("n");
            default -> counts[2] += row.longAt("n");
        }
        row.textAt("preview").ifPresent(preview -> previews.putIfAbsent(key, preview));
        return true;
    }

    private Map<String, List<HandlerKey>> others(Store store, HandlerKey own) {
        Map<String, List<HandlerKey>> others = new LinkedHashMap<>();
        if (!kinds.isEmpty()) {
            String places = String.join(", ", java.util.Collections.nCopies(kinds.size(), "?"));
            store.rows(
                    OTHERS.replace("{places}", places),
                    row -> {
                        HandlerKey other = key(row);
                        return !other.equals(own)
                                && others.computeIfAbsent(
                                                row.textAt("state_key").orElse("?"), none -> new ArrayList<>())
                                        .add(other);
                    },
                    kinds.keySet().toArray());
        }
        return others;
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence").orElse("?"),
                row.textAt("handler").orElse("?"));
    }

    private static String words(List<HandlerKey> others) {
        return switch (others.size()) {
            case 0 -> "nobody";
            case 1 -> others.getFirst().handler();
            default -> "%s and %,d more".formatted(others.getFirst().handler(), others.size() - 1);
        };
    }
}

package dev.backbeat.analysis.profile;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of the code of handlers: their place in each build, and under which name they go on.
final class KnownCode {

    private final Map<String, Map<HandlerKey, CodePlace>> places = new HashMap<>();
    private final Map<HandlerKey, HandlerKey> successors = new HashMap<>();

    private KnownCode() {}

    static KnownCode read(Asked asked) {
        KnownCode known = new KnownCode();
        asked.rows(
                "handler-renames.sql",
                Map.of(),
                row -> known.successors.put(handler(row, "from_handler"), handler(row, "to_handler")) == null);
        asked.rows(
                "handler-code.sql",
                Map.of(),
                row -> known.places
                                .computeIfAbsent(
                                        row.textAt("build").orElse(Asked.UNKNOWN_BUILD), build -> new HashMap<>())
                                .put(handler(row, "handler"), CodeRows.place(row))
                        == null);
        return known;
    }

    private static HandlerKey handler(Row row, String column) {
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence_id").orElse("?"),
                row.textAt(column).orElse("?"));
    }

    /// The handler under the last name that it was given in any build.
    HandlerKey latest(HandlerKey handler) {
        Set<HandlerKey> seen = new HashSet<>();
        HandlerKey latest = handler;
        // Names that were swapped go around in a circle: such a handler keeps its own.
        for (HandlerKey next = successors.get(handler); next != null; next = successors.get(next)) {
            if (!seen.add(next)) {
                return handler;
            }
            latest = next;
        }
        return latest;
    }

    /// Where a handler stands in a build, by the name that it has there.
    Optional<CodePlace> place(String build, HandlerKey handler) {
        return Optional.ofNullable(places.getOrDefault(build, Map.of()).get(handler));
    }
}

package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The documented sequences of each build, each document that says something of its own once.
final class Documents {

    private final Map<Asked.Build, Map<String, List<Deviations>>> byName = new HashMap<>();
    private final Map<Asked.Build, Map<String, Map<String, CodePlace>>> code = new HashMap<>();

    private record Key(Asked.Build build, String checkout, String path, String sequence) {}

    private Documents() {}

    static Documents read(Asked asked) {
        Documents documents = new Documents();
        Map<Key, List<Flow.Beat>> beats = new LinkedHashMap<>();
        Map<Key, Flow> heads = new HashMap<>();
        asked.rows("documents.sql", row -> {
            Key key = new Key(
                    Asked.Build.of(row),
                    row.textAt("checkout").orElse(""),
                    row.textAt("path").orElse(""),
                    row.textAt("sequence_id").orElse(""));
            heads.computeIfAbsent(key, unused -> head(row));
            return beats.computeIfAbsent(key, unused -> new ArrayList<>()).add(beat(row));
        });
        beats.forEach((key, list) -> {
            Flow head = heads.get(key);
            if (head != null) {
                documents.remember(key, new Flow(head.sequence(), head.name(), head.plugin(), list));
            }
        });
        asked.rows(
                "handler-code.sql",
                row -> documents
                                .code
                                .computeIfAbsent(Asked.Build.of(row), unused -> new HashMap<>())
                                .computeIfAbsent(row.textAt("sequence_id").orElse(""), unused -> new HashMap<>())
                                .putIfAbsent(row.textAt("handler").orElse(""), CodeRows.place(row))
                        == null);
        return documents;
    }

    private void remember(Key key, Flow flow) {
        Map<String, List<Deviations>> known = byName.computeIfAbsent(key.build(), unused -> new HashMap<>());
        List<Deviations> same = known.computeIfAbsent(flow.sequence(), unused -> new ArrayList<>());
        if (same.stream().noneMatch(other -> other.flow().said().equals(flow.said()))) {
            same.add(new Deviations(flow));
        }
        known.putIfAbsent(flow.name(), same);
    }

    private static Flow head(Row row) {
        return new Flow(
                row.textAt("sequence_id").orElse(""),
                row.textAt("sequence_name").orElse(""),
                row.textAt("plugin").orElse(null),
                List.of());
    }

    private static Flow.Beat beat(Row row) {
        int line = row.intAt("line");
        return new Flow.Beat(
                row.intAt("number"),
                row.textAt("event").orElse(null),
                row.textAt("handler").orElse(null),
                row.booleanAt("optional"),
                row.textAt("parallel").orElse(""),
                new CodePlace(
                        row.textAt("checkout").orElse("?"),
                        row.textAt("path").orElse("?"),
                        line,
                        line,
                        row.textAt("tree_commit").orElse(null)),
                row.textAt("title").orElse(""),
                row.textAt("movement_name").orElse(""));
    }

    /// Whether any build has documents.
    boolean isEmpty() {
        return byName.isEmpty();
    }

    /// Whether a build has documents at all.
    boolean has(Asked.Build build) {
        return byName.containsKey(build);
    }

    /// The documents of a sequence, by its id or name.
    List<Deviations> of(Asked.Build build, String sequence) {
        return byName.getOrDefault(build, Map.of()).getOrDefault(sequence, List.of());
    }

    /// The documented beat with an event, the one with the handler first.
    Optional<Documented> beat(Asked.Build build, String sequence, String event, @Nullable String handler, int number) {
        List<Documented> found = new ArrayList<>();
        for (Deviations document : of(build, sequence)) {
            for (Flow.Beat beat : document.flow().beats()) {
                boolean byNumber = event.isEmpty() || beat.event() == null;
                boolean same = byNumber ? beat.number() == number : event.equals(beat.event());
                if (same && beat.handler() != null && beat.handler().equals(handler)) {
                    return Optional.of(new Documented(document.flow(), beat));
                } else if (same) {
                    found.add(new Documented(document.flow(), beat));
                }
            }
        }
        return found.stream().findFirst();
    }

    /// A beat and the document that has it.
    record Documented(Flow flow, Flow.Beat beat) {}

    /// Where a handler stands in a build.
    Optional<CodePlace> code(Asked.Build build, String sequence, @Nullable String handler) {
        return handler == null
                ? Optional.empty()
                : Optional.ofNullable(code.getOrDefault(build, Map.of())
                        .getOrDefault(sequence, Map.of())
                        .get(handler));
    }
}

package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Alike;
import dev.backbeat.model.Origin;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Executions folded by what they did.
final class Variants {

    /// How many executions are asked for at once.
    private static final int ASKED_AT_ONCE = 5_000;

    private static final String COMPLETED = "completed";
    private static final String NEVER_STARTED = "never_started";

    private final List<Variant> all;
    private final long neverStarted;

    /// Executions of one build that took the same beats in the same order.
    ///
    /// @param sequence the sequence's id, or its name where no id is known
    /// @param executions how many there are
    /// @param place where the first of them begins, input and offset in one number
    /// @param execution the first of them
    /// @param alike one of each kind that is folded into it
    record Variant(
            Asked.Build build,
            String sequence,
            String name,
            String plugin,
            Seen seen,
            long executions,
            long place,
            long execution,
            Alike alike) {

        Variant with(Variant other) {
            Variant first = place <= other.place ? this : other;
            return new Variant(
                    build,
                    sequence,
                    name,
                    plugin,
                    first.seen,
                    executions + other.executions,
                    first.place,
                    first.execution,
                    alike.with(other.alike));
        }
    }

    private record Folded(Asked.Build build, int kind, String outcome, long executions, long place, long execution) {}

    private record Kind(String sequence, String name, String plugin) {}

    private Variants(List<Variant> all, long neverStarted) {
        this.all = all;
        this.neverStarted = neverStarted;
    }

    static Variants read(Asked asked) {
        Map<Integer, Kind> kinds = new HashMap<>();
        asked.rows("sequence-kinds.sql", row -> {
            String name = row.textAt("sequence_name").orElse("?");
            Kind kind = new Kind(
                    row.textAt("sequence_id").orElse(name),
                    name,
                    row.textAt("plugin").orElse(""));
            return kinds.put(row.intAt("sequence_kind"), kind);
        });
        List<Folded> folded = asked.rows(
                "variants.sql",
                row -> new Folded(
                        asked.build(row),
                        row.intAt("sequence_kind"),
                        row.textAt("outcome").orElse(""),
                        row.longAt("executions"),
                        row.longAt("place"),
                        row.longAt("execution_id")));
        Map<Boolean, List<Folded>> began = folded.stream()
                .collect(Collectors.partitioningBy(one -> !one.outcome().equals(NEVER_STARTED)));
        List<Folded> ran = began.getOrDefault(true, List.of());
        Map<Long, List<Seen.Beat>> beats =
                beats(asked, ran.stream().map(Folded::execution).toList());
        Map<List<Object>, Variant> merged = new LinkedHashMap<>();
        for (Folded one : ran) {
            Kind kind = kinds.getOrDefault(one.kind(), new Kind("?", "?", ""));
            Seen seen = new Seen(
                    beats.getOrDefault(one.execution(), List.of()),
                    one.outcome().equals(COMPLETED));
            Variant variant = new Variant(
                    one.build(),
                    kind.sequence(),
                    kind.name(),
                    kind.plugin(),
                    seen,
                    one.executions(),
                    one.place(),
                    one.execution(),
                    Alike.of(one.execution()));
            merged.merge(List.of(one.build(), kind.sequence(), seen.shape()), variant, Variant::with);
        }
        long waiting = began.getOrDefault(false, List.of()).stream()
                .mapToLong(Folded::executions)
                .sum();
        return new Variants(List.copyOf(merged.values()), waiting);
    }

    /// The beats of some executions.
    static Map<Long, List<Seen.Beat>> beats(Asked asked, List<Long> executions) {
        Map<Long, List<Seen.Beat>> beats = new HashMap<>();
        for (int from = 0; from < executions.size(); from += ASKED_AT_ONCE) {
            String some = executions.subList(from, Math.min(from + ASKED_AT_ONCE, executions.size())).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            asked.rows(
                    "beats.sql",
                    some,
                    row -> beats.computeIfAbsent(row.longAt("execution_id"), unused -> new ArrayList<>())
                            .add(beat(row)));
        }
        return beats;
    }

    private static Seen.Beat beat(Row row) {
        return new Seen.Beat(
                row.intAt("number"),
                row.textAt("event").orElse(""),
                row.booleanAt("handler_failed")
                        || row.textAt("outcome").orElse("").equals("failed"),
                row.intAt("attempt"),
                new Origin(row.intAt("input"), row.longAt("start_offset")),
                row.textAt("title").orElse(""));
    }

    /// All that began.
    List<Variant> all() {
        return all;
    }

    /// How many executions were asked for and never began.
    long neverStarted() {
        return neverStarted;
    }
}

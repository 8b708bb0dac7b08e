package dev.backbeat.analysis.coverage;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How production ran: handlers and sequences, counted.
final class Runs {

    private static final long PERCENT = 100;

    private final Map<HandlerKey, Tally> handlers = new LinkedHashMap<>();
    private final Map<HandlerKey, Long> troubled = new HashMap<>();
    private final Map<String, Long> sequences = new LinkedHashMap<>();
    private final Map<String, Map<HandlerKey, Long>> beats = new HashMap<>();
    private long executions;
    private long runs;
    private long documented;
    private long sessions;
    private long firstNanos = Time.UNKNOWN;
    private long lastNanos = Time.UNKNOWN;

    /// The runs of a handler.
    record Tally(long runs, long executions, long firstNanos, long lastNanos) {

        static final Tally NONE = new Tally(0, 0, Time.UNKNOWN, Time.UNKNOWN);

        Tally plus(Tally other) {
            return new Tally(
                    runs + other.runs,
                    executions + other.executions,
                    Time.isKnown(firstNanos) && Time.isKnown(other.firstNanos)
                            ? Math.min(firstNanos, other.firstNanos)
                            : Time.isKnown(firstNanos) ? firstNanos : other.firstNanos,
                    Math.max(lastNanos, other.lastNanos));
        }
    }

    private record Kind(String plugin, String handler, String subscribed) {}

    private Runs() {}

    static Runs read(Evidence evidence) {
        Runs all = new Runs();
        Map<Integer, String> kinds = new HashMap<>();
        ask(evidence, "sequence-kinds.sql", row -> kinds.put(row.intAt("sequence_kind"), text(row, "sequence")));
        ask(evidence, "sequences.sql", row -> {
            long count = row.longAt("executions");
            all.executions += count;
            return all.sequences.merge(kinds.getOrDefault(row.intAt("sequence_kind"), "?"), count, Long::sum);
        });
        Map<Integer, Kind> handlerKinds = new HashMap<>();
        ask(
                evidence,
                "handler-kinds.sql",
                row -> handlerKinds.put(
                        row.intAt("handler_kind"),
                        new Kind(text(row, "plugin"), text(row, "handler"), text(row, "subscribed_sequence"))));
        ask(evidence, "runs.sql", row -> {
            Kind kind = handlerKinds.get(row.intAt("handler_kind"));
            if (kind != null && !kind.handler().isEmpty()) {
                String played = kinds.getOrDefault(row.intAt("sequence_kind"), "?");
                String owner = kind.subscribed().isEmpty() ? played : kind.subscribed();
                all.add(new HandlerKey(kind.plugin(), owner, kind.handler()), played, row);
            }
            return true;
        });
        ask(evidence, "unnamed.sql", row -> {
            HandlerKey key = new HandlerKey(text(row, "plugin"), text(row, "sequence_id"), text(row, "handler"));
            all.add(key, key.sequence(), row);
            all.documented += row.longAt("runs");
            return true;
        });
        ask(
                evidence,
                "troubles.sql",
                row -> all.troubled.merge(
                        new HandlerKey(text(row, "plugin"), text(row, "sequence"), text(row, "handler")),
                        row.longAt("runs"),
                        Long::sum));
        ask(evidence, "observed.sql", row -> {
            all.sessions = row.longAt("sessions");
            all.firstNanos = row.longAt("first_nanos");
            all.lastNanos = row.longAt("last_nanos");
            return true;
        });
        return all;
    }

    private static <T> List<T> ask(Evidence evidence, String file, Store.RowReader<T> reader) {
        return evidence.rows(Queries.load(Runs.class, file), reader);
    }

    private static String text(Row row, String column) {
        return row.textAt(column).orElse("");
    }

    private void add(HandlerKey key, String played, Row row) {
        Tally tally = new Tally(
                row.longAt("runs"), row.longAt("executions"), row.longAt("first_nanos"), row.longAt("last_nanos"));
        runs += tally.runs();
        handlers.merge(key, tally, Tally::plus);
        beats.computeIfAbsent(played, sequence -> new HashMap<>()).merge(key, row.longAt("beat"), Math::min);
    }

    Tally of(HandlerKey key) {
        return handlers.getOrDefault(key, Tally.NONE);
    }

    Map<HandlerKey, Tally> all() {
        return handlers;
    }

    long troubled(HandlerKey key) {
        return troubled.getOrDefault(key, 0L);
    }

    /// How often a sequence began, by its id.
    long executions(String sequence) {
        return sequences.getOrDefault(sequence, 0L);
    }

    long runs() {
        return runs;
    }

    Coverage.Observed observed() {
        return new Coverage.Observed(sessions, executions, runs, documented, firstNanos, lastNanos);
    }

    /// The sequences by how often they began, each with its handlers in the order in which they first run.
    List<Path> paths() {
        return sequences.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Path(entry.getKey(), entry.getValue(), inOrder(entry.getKey())))
                .toList();
    }

    private List<HandlerKey> inOrder(String sequence) {
        List<Map.Entry<HandlerKey, Long>> ran =
                new ArrayList<>(beats.getOrDefault(sequence, Map.of()).entrySet());
        ran.sort(Map.Entry.<HandlerKey, Long>comparingByValue()
                .thenComparing(entry -> entry.getKey().plugin())
                .thenComparing(Comparator.comparing(entry -> entry.getKey().handler())));
        return ran.stream().map(Map.Entry::getKey).toList();
    }

    /// A sequence with its handlers.
    record Path(String sequence, long executions, List<HandlerKey> handlers) {}

    /// The handlers that together have a share of all runs, the most frequent first.
    Set<HandlerKey> hot(int percent) {
        Set<HandlerKey> hot = new HashSet<>();
        long sum = 0;
        List<Map.Entry<HandlerKey, Tally>> sorted = new ArrayList<>(handlers.entrySet());
        sorted.sort(Comparator.comparingLong((Map.Entry<HandlerKey, Tally> entry) ->
                        -entry.getValue().runs())
                .thenComparing(entry -> entry.getKey().toString()));
        for (Map.Entry<HandlerKey, Tally> entry : sorted) {
            if (sum * PERCENT >= runs * percent) {
                break;
            }
            hot.add(entry.getKey());
            sum += entry.getValue().runs();
        }
        return hot;
    }
}

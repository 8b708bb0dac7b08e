package dev.backbeat.analysis.profile;

import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How the time of sequences divides, by sequence and build.
final class SequenceLines {

    private final Map<List<String>, Sum> sums = new TreeMap<>(Comparator.comparing(Object::toString));

    /// What is known of a sequence in a build.
    private static final class Sum {
        private String name = "";
        private long executions;
        private long begun;
        private long open;
        private TimeDivision time = new TimeDivision(0, 0, 0, 0, 0);
        private long maxNanos = Time.UNKNOWN;
    }

    private final Map<Integer, Kind> kinds = new HashMap<>();

    /// What is executed, by its id or name, and by its name.
    private record Kind(String sequence, String name) {}

    private SequenceLines() {}

    static SequenceLines read(Asked asked) {
        SequenceLines all = new SequenceLines();
        asked.rows("sequence-kinds.sql", Map.of(), row -> {
            String name = row.textAt("sequence_name").orElse("?");
            return all.kinds.put(
                            row.intAt("sequence_kind"),
                            new Kind(row.textAt("sequence_id").orElse(name), name))
                    == null;
        });
        asked.rows("sequence-times.sql", Map.of(), row -> all.add(asked, row));
        return all;
    }

    private Kind kind(Row row) {
        return kinds.getOrDefault(row.intAt("sequence_kind"), new Kind("?", "?"));
    }

    private List<String> key(Asked asked, Row row) {
        return List.of(kind(row).sequence(), asked.build(row));
    }

    private boolean add(Asked asked, Row row) {
        Sum sum = sums.computeIfAbsent(key(asked, row), sequence -> new Sum());
        sum.name = kind(row).name();
        sum.executions += row.longAt("executions");
        sum.begun += row.longAt("begun");
        sum.open += row.longAt("open");
        sum.maxNanos = Math.max(sum.maxNanos, row.longAt("max_nanos"));
        sum.time = new TimeDivision(
                sum.time.queueWaitNanos() + known(row, "queue_wait_nanos"),
                sum.time.handlerNanos() + known(row, "handler_nanos"),
                sum.time.inBeatNanos() + known(row, "in_beat_nanos"),
                sum.time.betweenNanos() + known(row, "between_nanos"),
                sum.time.afterEndNanos() + known(row, "after_end_nanos"));
        return true;
    }

    private static long known(Row row, String column) {
        long nanos = row.longAt(column);
        return Time.isKnown(nanos) ? nanos : 0;
    }

    /// The builds in which anything was executed.
    List<String> builds() {
        return sums.keySet().stream().map(key -> key.get(1)).distinct().sorted().toList();
    }

    /// All sequences, those that took longest first.
    ///
    /// @param handlers the handler runs by sequence and build
    /// @param beats the time of beat runs by sequence and build
    List<Profile.SequenceLine> lines(
            Asked asked, Map<List<String>, Tally> handlers, Map<List<String>, Long> beats, boolean manyBuilds) {
        List<Long> longest = sums.values().stream()
                .map(sum -> sum.maxNanos)
                .filter(Time::isKnown)
                .toList();
        Map<List<String>, Asked.First> slowest = new HashMap<>();
        asked.rows("sequence-slowest.sql", Map.of("values", Asked.list(longest)), row -> {
            List<String> key = key(asked, row);
            Sum sum = sums.get(key);
            if (sum != null && sum.maxNanos == row.longAt("nanos")) {
                slowest.merge(key, Asked.First.of(row), Asked.First::earlier);
            }
            return true;
        });
        List<Profile.SequenceLine> lines = new ArrayList<>();
        sums.forEach((key, sum) -> {
            Tally handled = handlers.getOrDefault(key, new Tally(1));
            lines.add(new Profile.SequenceLine(
                    key.getFirst(),
                    sum.name,
                    manyBuilds ? key.get(1) : null,
                    sum.executions,
                    sum.begun,
                    sum.open,
                    sum.time,
                    sum.maxNanos,
                    beats.getOrDefault(key, 0L),
                    handled.ownNanos,
                    handled.waitedNanos,
                    asked.slowest(slowest.get(key))));
        });
        lines.sort(Comparator.comparingLong(
                        (Profile.SequenceLine line) -> line.time().totalNanos())
                .reversed());
        return lines;
    }
}

package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often the runs of a handler, or those of one build, ended how and after how long.
final class HandlerTally {

    private static final int PERCENT = 100;
    private static final String UNNAMED = "";

    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, HandlerTally> builds = new TreeMap<>();

    /// Own times, ascending, each with how often it occurs.
    private final List<Long> nanos = new ArrayList<>();

    private final List<Long> counts = new ArrayList<>();
    private long runs;
    private long ownNanos;
    private long waitedNanos;
    private long firstNanos = Time.UNKNOWN;
    private long lastNanos = Time.UNKNOWN;

    /// Adds some runs of one build, outcome and own time; those with an own time come in its order.
    void add(Row row) {
        count(row);
        builds.computeIfAbsent(row.textAt("build").orElse(UNNAMED), name -> new HandlerTally())
                .count(row);
    }

    private void count(Row row) {
        long some = row.longAt("runs");
        long own = row.longAt("own_nanos");
        long waited = row.longAt("waited_nanos");
        long first = row.longAt("first_nanos");
        runs += some;
        outcomes.merge(row.textAt("outcome").orElse("?"), some, Long::sum);
        if (Time.isKnown(own)) {
            nanos.add(own);
            counts.add(some);
            ownNanos += own * some;
        }
        waitedNanos += Time.isKnown(waited) ? waited : 0;
        firstNanos = Time.isKnown(first) && Time.isKnown(firstNanos)
                ? Math.min(firstNanos, first)
                : Time.later(firstNanos, first);
        lastNanos = Time.later(lastNanos, row.longAt("last_nanos"));
    }

    long runs() {
        return runs;
    }

    /// Runs whose own time is known.
    long timed() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    long of(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    long bad() {
        return of("failed") + of("never_ended");
    }

    long ownNanos() {
        return nanos.isEmpty() ? Time.UNKNOWN : ownNanos;
    }

    long waitedNanos() {
        return waitedNanos;
    }

    long firstNanos() {
        return firstNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    /// How many ended so; leads to the executions in which they did.
    static Cell ended(long count, ExecutionSet all, String outcome) {
        Cell cell = Cell.count(count);
        return count == 0 ? cell : cell.to(new Reference.ToExecutions(all.whereItEnded(outcome)));
    }

    int builds() {
        return builds.size();
    }

    /// By nearest rank, as everywhere; [Time#UNKNOWN] where no time is known.
    long percentile(int percent) {
        long rank = Math.ceilDiv(timed() * percent, PERCENT);
        long seen = 0;
        for (int i = 0; i < nanos.size(); i++) {
            seen += counts.get(i);
            if (seen >= rank) {
                return nanos.get(i);
            }
        }
        return Time.UNKNOWN;
    }

    /// A row for each build, in the order of its first run.
    ///
    /// @param all the executions in which it ran
    Exhibit byBuild(ExecutionSet all) {
        List<Map.Entry<String, HandlerTally>> inOrder = new ArrayList<>(builds.entrySet());
        inOrder.sort(Map.Entry.comparingByValue((left, right) -> Long.compare(left.firstNanos, right.firstNanos)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<String, HandlerTally> build : inOrder) {
            HandlerTally tally = build.getValue();
            boolean named = !build.getKey().equals(UNNAMED);
            ExecutionSet some = named ? all.inBuild(build.getKey()) : all;
            rows.add(List.of(
                    named ? Cell.code(build.getKey()) : Cell.unknown(),
                    Cell.count(tally.runs).to(new Reference.ToExecutions(some)),
                    ended(tally.of("failed"), some, "failed"),
                    ended(tally.of("never_ended"), some, "never_ended"),
                    Cell.duration(tally.percentile(50)),
                    Cell.duration(tally.percentile(95)),
                    Cell.duration(tally.percentile(100))));
        }
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("build"),
                Exhibit.Column.number("runs"),
                Exhibit.Column.number("failed"),
                Exhibit.Column.number("never ended"),
                Exhibit.Column.number("p50"),
                Exhibit.Column.number("p95"),
                Exhibit.Column.number("max"));
        return Exhibit.Table.of("by build", columns, rows, "");
    }
}

package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Scope;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often a handler ran over time and how long, and how its times are distributed.
final class HandlerTraffic {

    private static final int BUCKETS = 60;
    private static final int STEPS_PER_MAGNITUDE = 8;
    private static final double MAGNITUDE = 10;
    private static final int[] PERCENTS = {50, 95, 100};
    private static final String EMPTY = "the log gives no time of any of its runs";

    private static final String EXTENT =
            "SELECT min(start_nanos) AS first_nanos, max(end_nanos) AS last_nanos FROM sessions";

    private static final String SQL = """
            SELECT bucket, outcome, own_nanos, count(*) AS n
            FROM (
                SELECT outcome, COALESCE(own_nanos, -1) AS own_nanos,
                    call_nanos - {from} - mod(call_nanos - {from}, {width}) AS bucket
                FROM {runs}
            ) placed
            GROUP BY bucket, outcome, own_nanos
            """;

    private final long fromNanos;
    private final long widthNanos;
    private final long[] runs = new long[BUCKETS];
    private final long[] failed = new long[BUCKETS];
    private final long[] unended = new long[BUCKETS];
    private final List<TreeMap<Long, Long>> times = new ArrayList<>();

    private HandlerTraffic(long fromNanos, long widthNanos) {
        this.fromNanos = fromNanos;
        this.widthNanos = widthNanos;
        for (int i = 0; i < BUCKETS; i++) {
            times.add(new TreeMap<>());
        }
    }

    static List<Exhibit> of(Store store, HandlerKey handler, Scope scope) {
        long[] extent = store.rows(EXTENT, row -> new long[] {row.longAt("first_nanos"), row.longAt("last_nanos")})
                .getFirst();
        if (!Time.isKnown(extent[0]) || !Time.isKnown(extent[1])) {
            return List.of();
        }
        long width = Math.max(1, (extent[1] - extent[0]) / BUCKETS + 1);
        HandlerTraffic traffic = new HandlerTraffic(extent[0], width);
        String sql = SQL.replace("{from}", Long.toString(extent[0])).replace("{width}", Long.toString(width));
        HandlerRuns.rows(store, scope, handler, sql, traffic::add);
        return List.of(traffic.counts(), traffic.durations(), traffic.distribution());
    }

    private boolean add(Row row) {
        long offset = row.longAt("bucket");
        int bucket = (int) Math.clamp(offset / widthNanos, 0, BUCKETS - 1);
        long count = row.longAt("n");
        runs[bucket] += count;
        String outcome = row.textAt("outcome").orElse("");
        if (outcome.equals("failed")) {
            failed[bucket] += count;
        } else if (outcome.equals("never_ended")) {
            unended[bucket] += count;
        }
        if (row.longAt("own_nanos") >= 0) {
            times.get(bucket).merge(row.longAt("own_nanos"), count, Long::sum);
        }
        return true;
    }

    private List<Cell> instants() {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < BUCKETS; i++) {
            cells.add(Cell.instant(fromNanos + i * widthNanos));
        }
        return cells;
    }

    private Exhibit counts() {
        List<Long> values = new ArrayList<>();
        for (long[] row : List.of(runs, failed, unended)) {
            Arrays.stream(row).forEach(values::add);
        }
        return new Exhibit.Matrix(
                "runs over time",
                List.of(Cell.text("runs"), Cell.text("failed"), Cell.text("never ended")),
                instants(),
                values,
                Exhibit.Matrix.Quantity.COUNT,
                EMPTY);
    }

    private Exhibit durations() {
        List<Long> values = new ArrayList<>();
        for (int percent : PERCENTS) {
            for (TreeMap<Long, Long> bucket : times) {
                values.add(percentile(bucket, percent));
            }
        }
        return new Exhibit.Matrix(
                "own time over time",
                List.of(Cell.text("p50"), Cell.text("p95"), Cell.text("max")),
                instants(),
                values,
                Exhibit.Matrix.Quantity.DURATION,
                EMPTY);
    }

    /// By nearest rank.
    private static long percentile(TreeMap<Long, Long> counts, int percent) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long rank = (all * percent + 99) / 100;
        long passed = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed >= rank) {
                return entry.getKey();
            }
        }
        return Time.UNKNOWN;
    }

    private Exhibit distribution() {
        TreeMap<Integer, Long> steps = new TreeMap<>();
        for (TreeMap<Long, Long> bucket : times) {
            bucket.forEach((nanos, count) -> steps.merge(step(nanos), count, Long::sum));
        }
        List<Cell> columns = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        if (!steps.isEmpty()) {
            for (int step = steps.firstKey(); step <= steps.lastKey(); step++) {
                columns.add(Cell.duration(Math.round(Math.pow(MAGNITUDE, (double) step / STEPS_PER_MAGNITUDE))));
                values.add(steps.getOrDefault(step, 0L));
            }
        }
        return new Exhibit.Matrix(
                "own time of a run, up to",
                List.of(Cell.text("runs")),
                columns,
                values,
                Exhibit.Matrix.Quantity.COUNT,
                EMPTY);
    }

    /// The first power of ten to an eighth that is not less; of times below a microsecond, that of one.
    private static int step(long nanos) {
        return (int) Math.ceil(STEPS_PER_MAGNITUDE * Math.log10(Math.max(1_000, nanos)) - 1e-9);
    }
}

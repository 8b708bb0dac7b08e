package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import java.util.Arrays;

/// Collects the durations of one handler or beat, in ascending order, each with how often it occurs.
///
/// @param <K> what they are the durations of
final class Tally<K> {

    private static final long OFFSETS_OF_AN_INPUT = 1L << 40;

    private final K key;
    private long[] values = new long[16];
    private long[] counts = new long[16];
    private int size;
    private long runs;
    private long untimedRuns;
    private long totalNanos;
    private long slowest = Time.UNKNOWN;

    Tally(K key) {
        this.key = key;
    }

    K key() {
        return key;
    }

    long totalNanos() {
        return totalNanos;
    }

    /// Adds a row of `nanos`, `runs` and `place`, which is the input and the offset of one of the runs in one number.
    void add(Row row) {
        long nanos = row.longAt("nanos");
        long count = row.longAt("runs");
        if (!Time.isKnown(nanos)) {
            untimedRuns += count;
            return;
        }
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        values[size] = nanos;
        counts[size++] = count;
        runs += count;
        totalNanos += nanos * count;
        slowest = row.longAt("place");
    }

    Bottlenecks.Times times(Evidence evidence) {
        if (size == 0) {
            return new Bottlenecks.Times(0, untimedRuns, 0, Time.UNKNOWN, Time.UNKNOWN, Time.UNKNOWN, null);
        }
        Origin origin = new Origin((int) (slowest / OFFSETS_OF_AN_INPUT), slowest % OFFSETS_OF_AN_INPUT);
        return new Bottlenecks.Times(
                runs,
                runs + untimedRuns,
                totalNanos,
                Percentiles.nearestRank(values, counts, size, 50),
                Percentiles.nearestRank(values, counts, size, 95),
                values[size - 1],
                evidence.place(origin));
    }
}

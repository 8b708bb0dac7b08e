package dev.backbeat.analysis.profile;

import dev.backbeat.model.Time;
import java.util.Map;
import java.util.TreeMap;

/// How often which duration occurred. Durations stand for all in their bucket, so figures are within 1 % of
/// the
/// exact ones, or exact where the durations are.
final class Histogram {

    private final TreeMap<Long, Long> counts = new TreeMap<>();

    void add(long nanos, long count) {
        counts.merge(nanos, count, Long::sum);
    }

    void addAll(Histogram other) {
        other.counts.forEach(this::add);
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The percentile by nearest rank, [Time#UNKNOWN] where there is no duration.
    ///
    /// @param percent from 1 to 100
    long percentile(int percent) {
        if (counts.isEmpty()) {
            return Time.UNKNOWN;
        }
        long[] values = new long[counts.size()];
        long[] often = new long[counts.size()];
        int size = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            values[size] = entry.getKey();
            often[size++] = entry.getValue();
        }
        return Percentiles.nearestRank(values, often, size, percent);
    }

    /// The median, [Time#UNKNOWN] where there is no duration.
    long median() {
        return percentile(50);
    }
}

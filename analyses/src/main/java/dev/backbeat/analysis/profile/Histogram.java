package dev.backbeat.analysis.profile;

import dev.backbeat.model.Time;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// How often which duration occurred. Durations stand for all in their bucket, so figures are within 1 %
/// of the exact ones, or exact where the durations are.
final class Histogram {

    private final Map<Long, Long> counts = new HashMap<>();

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
        long[] values = counts.keySet().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(values);
        long[] often = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            often[i] = counts.getOrDefault(values[i], 0L);
        }
        return Percentiles.nearestRank(values, often, values.length, percent);
    }

    /// The median, [Time#UNKNOWN] where there is no duration.
    long median() {
        return percentile(50);
    }
}

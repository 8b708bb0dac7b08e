package dev.backbeat.analysis.profile;

import java.util.HashMap;
import java.util.Map;

/// Durations with their exact sums, to say how much of them lies above a limit.
final class Excess {

    private final Map<Long, long[]> buckets = new HashMap<>();

    /// @param nanos what stands for all durations of a bucket
    /// @param count how many they are
    /// @param sumNanos their exact sum
    void add(long nanos, long count, long sumNanos) {
        long[] bucket = buckets.computeIfAbsent(nanos, value -> new long[2]);
        bucket[0] += count;
        bucket[1] += sumNanos;
    }

    void addAll(Excess other) {
        other.buckets.forEach((nanos, bucket) -> add(nanos, bucket[0], bucket[1]));
    }

    /// The sum over all durations of what each is longer than the limit. Those in the limit's own bucket
    /// count as equal to it.
    long above(long limitNanos) {
        long sum = 0;
        for (Map.Entry<Long, long[]> bucket : buckets.entrySet()) {
            if (bucket.getKey() > limitNanos) {
                sum += Math.max(0, bucket.getValue()[1] - bucket.getValue()[0] * limitNanos);
            }
        }
        return sum;
    }
}

package dev.backbeat.model;

/// Numbers durations so that equal numbers mean equal durations within 1 %: each power of two is cut into
/// 64 equal parts, and durations below 64 ns have a number each. The middle of a bucket is at most 1/128
/// away from any duration in it. After G. Tene, *HdrHistogram*, with integers only.
public final class DurationBuckets {

    private static final int PART_BITS = 6;
    private static final int PARTS = 1 << PART_BITS;

    private DurationBuckets() {}

    /// The number of a duration, ascending with it; a negative one counts as nothing.
    public static int of(long nanos) {
        if (nanos < PARTS) {
            return (int) Math.max(0, nanos);
        }
        int shift = shift(nanos);
        return shift * PARTS + (int) (nanos >>> shift);
    }

    /// The shortest duration with this number.
    public static long lowestNanos(int bucket) {
        if (bucket < 2 * PARTS) {
            return bucket;
        }
        int shift = bucket / PARTS - 1;
        return (long) (bucket - shift * PARTS) << shift;
    }

    /// The duration that stands for all with this number.
    public static long middleNanos(int bucket) {
        if (bucket < 2 * PARTS) {
            return bucket;
        }
        return lowestNanos(bucket) + ((1L << (bucket / PARTS - 1)) - 1) / 2;
    }

    /// How many low bits of a duration do not matter.
    private static int shift(long nanos) {
        return Long.SIZE - 1 - PART_BITS - Long.numberOfLeadingZeros(nanos);
    }
}

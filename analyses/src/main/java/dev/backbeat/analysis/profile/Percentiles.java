package dev.backbeat.analysis.profile;

/// Exact percentiles by nearest rank: the smallest value that at least so many percent of all values do
/// not exceed (Hyndman and Fan 1996, definition 1).
final class Percentiles {

    private static final int PERCENT = 100;

    private Percentiles() {}

    /// The percentile of values that are given in ascending order, each with how often it occurs.
    ///
    /// @param percent from 1 to 100
    static long nearestRank(long[] values, long[] counts, int size, int percent) {
        long all = 0;
        for (int i = 0; i < size; i++) {
            all += counts[i];
        }
        long rank = Math.ceilDiv(all * percent, PERCENT);
        long seen = 0;
        for (int i = 0; i < size; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return values[i];
            }
        }
        throw new IllegalArgumentException("no values");
    }
}

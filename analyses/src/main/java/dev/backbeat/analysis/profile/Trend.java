package dev.backbeat.analysis.profile;

import dev.backbeat.model.Time;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// Whether durations grow: the slope after H. Theil, *A Rank-Invariant Method of Linear and Polynomial
/// Regression Analysis*, 1950, and P. K. Sen, 1968: the median of the slopes between all pairs, which a
/// few outliers do not move.
///
/// @param fromNanos what the line through the medians says at the first stretch of time, [Time#UNKNOWN]
///     where too few stretches have enough runs
/// @param toNanos what it says at the last
/// @param medians of each stretch, [Time#UNKNOWN] where it has too few runs
public record Trend(long fromNanos, long toNanos, List<Long> medians) {

    static final int FEWEST_STRETCHES = 5;
    static final int FEWEST_RUNS = 3;

    /// Copies.
    public Trend {
        medians = List.copyOf(medians);
    }

    /// The trend of the medians of equal stretches of time, in order.
    static Trend of(List<Long> medians) {
        int[] at = known(medians);
        if (at.length < FEWEST_STRETCHES) {
            return new Trend(Time.UNKNOWN, Time.UNKNOWN, medians);
        }
        double[] slopes = new double[at.length * (at.length - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < at.length; i++) {
            for (int j = i + 1; j < at.length; j++) {
                slopes[pairs++] = (double) (medians.get(at[j]) - medians.get(at[i])) / (at[j] - at[i]);
            }
        }
        double slope = median(slopes);
        double level = median(Arrays.stream(at)
                .mapToDouble(stretch -> medians.get(stretch) - slope * stretch)
                .toArray());
        return new Trend(
                Math.max(0, Math.round(level + slope * at[0])),
                Math.max(0, Math.round(level + slope * at[at.length - 1])),
                medians);
    }

    private static int[] known(List<Long> medians) {
        return LongStream.range(0, medians.size())
                .mapToInt(Math::toIntExact)
                .filter(stretch -> Time.isKnown(medians.get(stretch)))
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}

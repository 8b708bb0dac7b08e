package dev.backbeat.inspect.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.Time;
import java.util.Locale;

/// Figures of claims and logs, compared and in words.
final class Figures {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    private Figures() {}

    /// Whether two times are of the same millisecond, as finely as reports write them.
    static boolean isSameTime(long left, long right) {
        return Math.abs(left / Time.NANOS_PER_MILLI - right / Time.NANOS_PER_MILLI) == 0;
    }

    /// Whether a duration is the claimed one, as finely as it is written; the log's own is of whole
    /// milliseconds where it is the difference of two times.
    static boolean isSameDuration(Claim claim, long nanos, long precisionNanos) {
        return Math.abs(claim.value() - nanos) <= Math.max(claim.precision(), precisionNanos);
    }

    static String duration(long nanos) {
        if (!Time.isKnown(nanos)) {
            return "?";
        }
        return Math.abs(nanos) < Time.NANOS_PER_SECOND
                ? trimmed(nanos / NANOS_PER_MILLI) + " ms"
                : trimmed(nanos / NANOS_PER_SECOND) + " s";
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// How many of something.
    static String many(long count, String one, String several) {
        return number(count) + " " + (count == 1 ? one : several);
    }
}

package dev.backbeat.model;

import java.time.Instant;

/// Instants as epoch nanoseconds and durations as nanoseconds, both in a `long`.
public final class Time {

    /// What a time or a duration is when the log does not say: never shown as a number, `NULL` in the store.
    public static final long UNKNOWN = Long.MIN_VALUE;

    /// Nanoseconds in a millisecond.
    public static final long NANOS_PER_MILLI = 1_000_000L;

    /// Nanoseconds in a second.
    public static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Time() {}

    /// Whether the log gave this time or duration.
    public static boolean isKnown(long nanos) {
        return nanos != UNKNOWN;
    }

    /// The time from `from` to `to`, [#UNKNOWN] when one of them is, never negative.
    public static long between(long fromNanos, long toNanos) {
        return isKnown(fromNanos) && isKnown(toNanos) ? Math.max(0, toNanos - fromNanos) : UNKNOWN;
    }

    /// The later of two times; a known one beats an unknown one.
    public static long later(long leftNanos, long rightNanos) {
        return Math.max(leftNanos, rightNanos);
    }

    /// The instant as ISO-8601 in UTC with milliseconds, or `?` when unknown.
    public static String iso(long epochNanos) {
        if (!isKnown(epochNanos)) {
            return "?";
        }
        long millis = Math.floorDiv(epochNanos, NANOS_PER_MILLI);
        String text = Instant.ofEpochMilli(millis).toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }
}

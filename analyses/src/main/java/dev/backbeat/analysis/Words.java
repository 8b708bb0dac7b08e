package dev.backbeat.analysis;

import dev.backbeat.model.Time;
import java.util.Locale;

/// Figures within sentences.
public final class Words {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Words() {}

    /// How long, in the units that fit.
    public static String duration(long nanos) {
        long seconds = nanos / Time.NANOS_PER_SECOND;
        if (seconds == 0) {
            return String.format(Locale.ROOT, "%.1f ms", (double) nanos / Time.NANOS_PER_MILLI);
        }
        if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.1f s", (double) nanos / Time.NANOS_PER_SECOND);
        }
        if (seconds < 2 * HOUR) {
            return "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE);
        }
        return seconds < 2 * DAY
                ? "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE)
                : String.format(Locale.ROOT, "%,d d %d h", seconds / DAY, seconds % DAY / HOUR);
    }
}

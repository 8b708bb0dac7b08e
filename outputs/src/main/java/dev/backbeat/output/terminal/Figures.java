package dev.backbeat.output.terminal;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Time;
import dev.backbeat.output.Visible;
import java.util.List;
import java.util.Locale;

/// Values as people read them.
final class Figures {

    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;
    private static final long THOUSAND = 1_000L;
    private static final double MILLIONTHS_PER_PERCENT = 10_000.0;
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Figures() {}

    static String of(Cell.Value value) {
        return switch (value) {
            case Cell.Value.Text(String text) -> Visible.of(text);
            case Cell.Value.Code(String text) -> Visible.of(text);
            case Cell.Value.Count(long count) -> count(count);
            case Cell.Value.Bytes(long bytes) -> bytes(bytes);
            case Cell.Value.Duration(long nanos) -> duration(nanos);
            case Cell.Value.Instant(long nanos) -> Time.iso(nanos);
            case Cell.Value.Share(long millionths) -> share(millionths);
            case Cell.Value.Change(long millionths) ->
                String.format(Locale.ROOT, "%+.0f %%", millionths / MILLIONTHS_PER_PERCENT);
            case Cell.Value.Spark(List<Long> values) -> spark(values);
            case Cell.Value.Unknown() -> "–";
        };
    }

    /// A column of a height for each value, relative to the highest; a dot where there is none.
    static String spark(List<Long> values) {
        long highest = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder text = new StringBuilder(values.size());
        for (long value : values) {
            int height = (int) Math.min(BARS.length() - 1L, value * BARS.length() / highest);
            text.append(Time.isKnown(value) ? BARS.charAt(Math.max(0, height)) : '·');
        }
        return text.toString();
    }

    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= THOUSAND && unit < BYTE_UNITS.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return (unit == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", value)) + " " + BYTE_UNITS[unit];
    }

    static String duration(long nanos) {
        if (nanos < NANOS_PER_MICRO) {
            return nanos + " ns";
        }
        if (nanos < Time.NANOS_PER_MILLI) {
            return nanos / NANOS_PER_MICRO + " µs";
        }
        if (nanos < Time.NANOS_PER_SECOND) {
            return decimal(nanos, Time.NANOS_PER_MILLI) + " ms";
        }
        long seconds = nanos / Time.NANOS_PER_SECOND;
        if (seconds < SECONDS_PER_MINUTE) {
            return decimal(nanos, Time.NANOS_PER_SECOND) + " s";
        }
        long minutes = seconds / SECONDS_PER_MINUTE;
        return minutes < MINUTES_PER_HOUR
                ? minutes + " min " + seconds % SECONDS_PER_MINUTE + " s"
                : minutes / MINUTES_PER_HOUR + " h " + minutes % MINUTES_PER_HOUR + " min";
    }

    /// Three figures.
    private static String decimal(long nanos, long unit) {
        double value = (double) nanos / unit;
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String share(long millionths) {
        double percent = millionths / 10_000.0;
        return String.format(Locale.ROOT, percent < 1 && percent > 0 ? "%.2f %%" : "%.1f %%", percent);
    }
}

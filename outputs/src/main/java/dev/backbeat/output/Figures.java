package dev.backbeat.output;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Locale;

/// Values as people read them.
public final class Figures {

    /// What stands where there is no value.
    public static final char NOTHING = '·';

    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final long MINUTES_PER_HOUR = 60;
    private static final long HOURS_PER_DAY = 24;
    private static final long THOUSAND = 1_000L;
    private static final double MILLIONTHS_PER_PERCENT = 10_000.0;
    private static final double LARGEST_WITH_DECIMAL = 9.95;
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int MOST_BARS = 24;
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Figures() {}

    /// As people read it; safe to show.
    public static String of(Cell.Value value) {
        return switch (value) {
            case Cell.Value.Text(String text) -> Visible.of(text);
            case Cell.Value.Code(String text) -> Visible.of(text);
            case Cell.Value.Count(long count) -> count(count);
            case Cell.Value.Bytes(long bytes) -> bytes(bytes);
            case Cell.Value.Duration(long nanos) -> duration(nanos);
            case Cell.Value.Instant(long nanos) -> Time.iso(nanos);
            case Cell.Value.Share(long millionths) -> share(millionths);
            case Cell.Value.Change(long millionths) -> change(millionths);
            case Cell.Value.Spark(List<Long> values) -> spark(values);
            case Cell.Value.Unknown() -> "–";
        };
    }

    /// A bar for each value, relative to the highest; a dot where there is none. Where there are many,
    /// each bar is the highest of some that follow each other.
    public static String spark(List<Long> values) {
        int together = Math.max(1, Math.ceilDiv(values.size(), MOST_BARS));
        long highest =
                Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        StringBuilder text = new StringBuilder(MOST_BARS);
        for (int from = 0; from < values.size(); from += together) {
            long value = values.subList(from, Math.min(values.size(), from + together)).stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(Time.UNKNOWN);
            int height = (int) Math.clamp((double) value / highest * BARS.length(), 0, BARS.length() - 1.0);
            text.append(Time.isKnown(value) ? BARS.charAt(height) : NOTHING);
        }
        return text.toString();
    }

    /// With a sign; small ones with a decimal.
    public static String change(long millionths) {
        double percent = millionths / MILLIONTHS_PER_PERCENT;
        boolean small = Math.abs(percent) < LARGEST_WITH_DECIMAL;
        String text = String.format(Locale.ROOT, small ? "%+.1f %%" : "%+,.0f %%", percent);
        return small && text.substring(1).equals("0.0 %") ? "0 %" : text;
    }

    /// With a mark at each thousand.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /// In the unit that fits.
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= THOUSAND && unit < BYTE_UNITS.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        return (unit == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", value)) + " " + BYTE_UNITS[unit];
    }

    /// In the unit that fits.
    public static String duration(long nanos) {
        if (nanos < 0) {
            return "-" + duration(-nanos);
        }
        if (nanos < NANOS_PER_MICRO) {
            // How fine the log's clock is, nothing tells.
            return nanos == 0 ? "0" : nanos + " ns";
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
        if (minutes < MINUTES_PER_HOUR) {
            return minutes + " min " + seconds % SECONDS_PER_MINUTE + " s";
        }
        long hours = minutes / MINUTES_PER_HOUR;
        return hours < HOURS_PER_DAY
                ? hours + " h " + minutes % MINUTES_PER_HOUR + " min"
                : count(hours / HOURS_PER_DAY) + " d " + hours % HOURS_PER_DAY + " h";
    }

    /// Three figures.
    private static String decimal(long nanos, long unit) {
        double value = (double) nanos / unit;
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    /// In per cent.
    public static String share(long millionths) {
        double percent = millionths / MILLIONTHS_PER_PERCENT;
        return String.format(Locale.ROOT, percent < 1 && percent > 0 ? "%.2f %%" : "%.1f %%", percent);
    }
}

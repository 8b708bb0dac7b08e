package dev.backbeat.ingest.claims;

import dev.backbeat.model.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Figures as reports write them.
public final class ReportFigures {

    private static final int LONGEST_TEXT = 300;
    private static final int MOST_DIGITS = 18;
    private static final double MOST_MILLIS = 9e12;
    private static final long MOST_SECONDS = 9_000_000_000L;
    private static final int MILLIS_DECIMALS = 6;
    private static final int SECONDS_DECIMALS = 9;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(?:\\.(\\d{1,20}))?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern SPAN = Pattern.compile("(-?[\\d,]{1,20}(?:\\.\\d{1,20})?) ?(ms|s)");
    private static final Pattern MINUTES = Pattern.compile("(\\d{1,9})m (\\d{1,2})s");

    private ReportFigures() {}

    /// A duration as it is written.
    ///
    /// @param precisionNanos by how much less than this it may be off
    public record Span(long nanos, long precisionNanos) {}

    /// A whole number, with `,` between thousands or without; empty where it is none or a huge one.
    public static OptionalLong whole(String digits) {
        String plain = digits.strip().replace(",", "");
        boolean fits = plain.length() <= MOST_DIGITS && plain.matches("-?\\d+");
        return fits ? OptionalLong.of(Long.parseLong(plain)) : OptionalLong.empty();
    }

    /// An instant of ISO-8601 in UTC; empty where it is none.
    public static OptionalLong instant(String text) {
        try {
            Instant instant = Instant.parse(text.strip());
            boolean fits = instant.getEpochSecond() > 0 && instant.getEpochSecond() < MOST_SECONDS;
            return fits
                    ? OptionalLong.of(instant.getEpochSecond() * Time.NANOS_PER_SECOND + instant.getNano())
                    : OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /// Milliseconds, with decimals or without; empty where it is no number or a huge one.
    public static Optional<Span> millis(String digits) {
        return span(digits, Time.NANOS_PER_MILLI, MILLIS_DECIMALS);
    }

    /// A duration with its unit, such as `551ms`, `9,771 ms`, `30.463s`, `28s` or `1m 5s`.
    public static Optional<Span> span(String text) {
        String stripped = text.strip();
        Matcher minutes = MINUTES.matcher(stripped);
        if (minutes.matches()) {
            long seconds = Long.parseLong(minutes.group(1)) * SECONDS_PER_MINUTE + Long.parseLong(minutes.group(2));
            return span(Long.toString(seconds), Time.NANOS_PER_SECOND, SECONDS_DECIMALS);
        }
        Matcher span = SPAN.matcher(stripped);
        if (!span.matches()) {
            return Optional.empty();
        }
        String digits = span.group(1).replace(",", "");
        return span.group(2).equals("ms") ? millis(digits) : span(digits, Time.NANOS_PER_SECOND, SECONDS_DECIMALS);
    }

    private static Optional<Span> span(String digits, long nanosPerUnit, int decimals) {
        Matcher number = DECIMAL.matcher(digits);
        if (!number.matches()) {
            return Optional.empty();
        }
        double nanos = Double.parseDouble(digits) * nanosPerUnit;
        if (!(Math.abs(nanos) < MOST_MILLIS * Time.NANOS_PER_MILLI / 1000)) {
            return Optional.empty();
        }
        int written =
                number.group(1) == null ? 0 : Math.min(decimals, number.group(1).length());
        return Optional.of(new Span(Math.round(nanos), Math.round(nanosPerUnit / Math.pow(10, written))));
    }

    /// A text as long as it may be kept.
    static String cut(String text) {
        return cut(text, LONGEST_TEXT);
    }

    static String cut(String text, int longest) {
        String storable = text.replace('\0', '\uFFFD');
        if (storable.length() <= longest) {
            return storable;
        }
        boolean pair = Character.isHighSurrogate(storable.charAt(longest - 1));
        return storable.substring(0, pair ? longest - 1 : longest) + "…";
    }
}

package dev.backbeat.ingest.layout;

import dev.backbeat.model.Time;

/// Reads `2026-11-22T21:01:50.557Z` (three to nine digits after the point, or none) from bytes.
public final class IsoTime {

    /// The length of the shortest form, `2026-11-22T21:01:50Z`.
    public static final int SHORTEST = 20;

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_A_DAY = 86_400;

    private IsoTime() {}

    /// How many bytes the time at `from` has, 0 when there is none.
    public static int length(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST || bytes[from + 4] != '-' || bytes[from + 10] != 'T' || !digits(bytes, from)) {
            return 0;
        }
        int at = from + SECONDS_END;
        if (bytes[at] == '.') {
            at++;
            while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
                at++;
            }
        }
        return at < to && bytes[at] == 'Z' ? at + 1 - from : 0;
    }

    private static boolean digits(byte[] bytes, int from) {
        for (int i = 0; i < SECONDS_END; i++) {
            byte b = bytes[from + i];
            boolean separator = i == 4 || i == 7 || i == 10 || i == 13 || i == 16;
            if (separator ? b >= '0' && b <= '9' : b < '0' || b > '9') {
                return false;
            }
        }
        return true;
    }

    /// The epoch nanoseconds of the time at `from`, which [#length] found.
    public static long nanos(byte[] bytes, int from, int length) {
        long days = daysFromCivil(number(bytes, from, 4), number(bytes, from + 5, 2), number(bytes, from + 8, 2));
        long seconds = days * SECONDS_A_DAY
                + number(bytes, from + 11, 2) * 3600L
                + number(bytes, from + 14, 2) * 60L
                + number(bytes, from + 17, 2);
        int fractionDigits = Math.min(NANO_DIGITS, Math.max(0, length - SECONDS_END - 2));
        long fraction = fractionDigits == 0 ? 0 : number(bytes, from + SECONDS_END + 1, fractionDigits);
        for (int i = fractionDigits; i < NANO_DIGITS; i++) {
            fraction *= 10;
        }
        return seconds * Time.NANOS_PER_SECOND + fraction;
    }

    private static int number(byte[] bytes, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            value = value * 10 + (bytes[i] - '0');
        }
        return value;
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, *chrono-Compatible
    /// Low-Level Date Algorithms*).
    private static long daysFromCivil(int year, int month, int day) {
        long y = month <= 2 ? year - 1L : year;
        long era = Math.floorDiv(y, 400L);
        long yearOfEra = y - era * 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097 + dayOfEra - 719_468;
    }
}

package dev.backbeat.ingest.layout;

import dev.backbeat.ingest.LogRecord;
import dev.backbeat.model.Time;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads `2026-11-22T21:01:50.557Z` (three to nine digits after the point, or none) from bytes.
///
/// The shape is tested eight bytes at a time: a digit has the high half `3`, and still has it when 6 is
/// added. Lines that follow each other mostly share their minute, so a record remembers the last one.
public final class IsoTime {

    /// The length of the shortest form, `2026-11-22T21:01:50Z`.
    public static final int SHORTEST = 20;

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /// `dddd-dd-`: which bytes are digits, and what each byte must be under its mask.
    private static final long DATE_DIGITS = 0xF0F0F0F000F0F000L;

    private static final long DATE_MASK = 0xF0F0F0F0FFF0F0FFL;
    private static final long DATE_SHAPE = 0x303030302D30302DL;

    /// `ddTdd:dd`, likewise.
    private static final long CLOCK_DIGITS = 0xF0F000F0F000F0F0L;

    private static final long CLOCK_MASK = 0xF0F0FFF0F0FFF0F0L;
    private static final long CLOCK_SHAPE = 0x30305430303A3030L;
    private static final long SIXES = 0x0606060606060606L;

    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final long SECONDS_A_DAY = 86_400;

    private IsoTime() {}

    /// How many bytes the time at `from` has, 0 when there is none.
    public static int length(byte[] bytes, int from, int to) {
        if (to - from < SHORTEST || !shaped(bytes, from)) {
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

    private static boolean shaped(byte[] bytes, int from) {
        long date = (long) WORD.get(bytes, from);
        long clock = (long) WORD.get(bytes, from + Long.BYTES);
        return (date & DATE_MASK) == DATE_SHAPE
                && ((date + (SIXES & (DATE_DIGITS >>> 4))) & DATE_DIGITS) == (DATE_SHAPE & DATE_DIGITS)
                && (clock & CLOCK_MASK) == CLOCK_SHAPE
                && ((clock + (SIXES & (CLOCK_DIGITS >>> 4))) & CLOCK_DIGITS) == (CLOCK_SHAPE & CLOCK_DIGITS)
                && bytes[from + 16] == ':'
                && isDigit(bytes[from + 17])
                && isDigit(bytes[from + 18]);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /// The epoch nanoseconds of the time at `from`, which [#length] found.
    public static long nanos(byte[] bytes, int from, int length) {
        return minute(bytes, from) + withinMinute(bytes, from, length);
    }

    /// The same for a record, which remembers the minute of the time that was read last.
    public static long nanos(LogRecord record, int from, int length) {
        byte[] bytes = record.bytes();
        long date = (long) WORD.get(bytes, from);
        long clock = (long) WORD.get(bytes, from + Long.BYTES);
        if (!record.isSameMinute(date, clock)) {
            record.rememberMinute(date, clock, minute(bytes, from));
        }
        return record.minuteNanos() + withinMinute(bytes, from, length);
    }

    private static long minute(byte[] bytes, int from) {
        long days = daysFromCivil(number(bytes, from, 4), number(bytes, from + 5, 2), number(bytes, from + 8, 2));
        long seconds = days * SECONDS_A_DAY + number(bytes, from + 11, 2) * 3600L + number(bytes, from + 14, 2) * 60L;
        return seconds * Time.NANOS_PER_SECOND;
    }

    private static long withinMinute(byte[] bytes, int from, int length) {
        int fractionDigits = Math.min(NANO_DIGITS, Math.max(0, length - SECONDS_END - 2));
        long fraction = fractionDigits == 0 ? 0 : number(bytes, from + SECONDS_END + 1, fractionDigits);
        for (int i = fractionDigits; i < NANO_DIGITS; i++) {
            fraction *= 10;
        }
        return number(bytes, from + 17, 2) * Time.NANOS_PER_SECOND + fraction;
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

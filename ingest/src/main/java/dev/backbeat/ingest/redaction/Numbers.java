package dev.backbeat.ingest.redaction;

import java.util.Arrays;

/// What the finders of numbers share: where a number may begin and end, and arithmetic on its digits.
final class Numbers {

    private static final ByteSet BETWEEN = ByteSet.of(" -./()");

    private Numbers() {}

    /// Whether the text before does not continue a name, an id or a decimal fraction.
    static boolean startsHere(Window text, int start) {
        byte before = text.at(start - 1);
        boolean partOfName = (before == '-' || before == '.') && text.has(ByteSet.GLUE, start - 2);
        return !ByteSet.GLUE.has(before) && !partOfName && before != '+' && before != '#';
    }

    /// Whether the text after does not continue a name, an id or a number, and did not before it was masked.
    static boolean endsHere(Window text, int end) {
        byte next = text.at(end);
        boolean goesOn = (next == '-' || next == '.' || next == ':') && text.has(ByteSet.GLUE, end + 1);
        boolean wentOn = text.at(text.skip(BETWEEN, end, 3)) == '*';
        return !ByteSet.GLUE.has(next) && !goesOn && !wentOn;
    }

    static boolean areDigits(Window text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!text.has(ByteSet.DIGIT, i)) {
                return false;
            }
        }
        return true;
    }

    /// The values of the digits in a stretch that may have separators.
    static byte[] digits(Window text, int start, int end) {
        byte[] digits = new byte[end - start];
        int count = 0;
        for (int i = start; i < end; i++) {
            if (text.has(ByteSet.DIGIT, i)) {
                digits[count++] = (byte) (text.at(i) - '0');
            }
        }
        return Arrays.copyOf(digits, count);
    }

    static int prefix(byte[] digits, int length) {
        int value = 0;
        for (int i = 0; i < length; i++) {
            value = value * 10 + digits[i];
        }
        return value;
    }

    /// The check of ISO/IEC 7812-1, annex B.
    static boolean isLuhn(byte[] digits) {
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int value = i % 2 == 0 ? digit : 2 * digit;
            sum += value > 9 ? value - 9 : value;
        }
        return sum % 10 == 0;
    }

    /// Whether a card organisation issues numbers with this prefix and length.
    static boolean isIssued(byte[] digits) {
        int length = digits.length;
        int two = prefix(digits, 2);
        int three = prefix(digits, 3);
        int four = prefix(digits, 4);
        boolean full = length >= 16;
        return switch (digits[0]) {
            case 2 -> length == 16 && four >= 2221 && four <= 2720;
            case 3 ->
                (two == 34 || two == 37)
                        ? length == 15
                        : (four >= 3528 && four <= 3589) ? full : isDiners(two, three) && length == 14;
            case 4 -> length == 13 || length == 16 || length == 19;
            case 5 -> two >= 51 && two <= 55 ? length == 16 : full && two != 59 && two != 54;
            case 6 -> full && (four == 6011 || two == 65 || two == 62 || two == 63 || two == 67 || isDiscover(three));
            default -> false;
        };
    }

    private static boolean isDiners(int two, int three) {
        return (three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39;
    }

    private static boolean isDiscover(int three) {
        return three >= 644 && three <= 649;
    }
}

package dev.backbeat.model;

import java.util.HexFormat;

/// Identities as sixteen hexadecimal digits.
public final class Hex {

    private static final int DIGITS = 16;

    private Hex() {}

    /// The sixteen digits of `value`, in lower case.
    public static String of(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    /// The value of sixteen digits.
    ///
    /// @throws IllegalArgumentException when the text is anything else
    public static long parse(String text) {
        if (text.length() != DIGITS) {
            throw new IllegalArgumentException("`" + text + "` is not an id of sixteen hexadecimal digits");
        }
        return HexFormat.fromHexDigitsToLong(text);
    }
}

package dev.backbeat.output;

/// Text that is safe to show: what a terminal would obey becomes a visible character.
public final class Visible {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int LAST_C1 = 0x9F;

    private Visible() {}

    /// The text with control characters shown as pictures (`␛`), and those that turn the direction of
    /// writing or break lines or are half of a character as `\u202e`.
    public static String of(String text) {
        int at = 0;
        while (at < text.length() && isSafe(text, at)) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (isSafe(text, i)) {
                safe.append(text.charAt(i));
            } else {
                append(safe, text.charAt(i));
            }
        }
        return safe.toString();
    }

    private static void append(StringBuilder safe, char c) {
        if (c == '\t') {
            safe.append(' ');
        } else if (c < ' ') {
            safe.append((char) (CONTROL_PICTURES + c));
        } else if (c == DELETE) {
            safe.append((char) DELETE_PICTURE);
        } else {
            safe.append(String.format("\\u%04x", (int) c));
        }
    }

    private static boolean isSafe(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return isSafe(c);
    }

    private static boolean isSafe(char c) {
        boolean control = c < ' ' || (c >= DELETE && c <= LAST_C1);
        boolean direction = c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E);
        boolean isolate = c >= 0x2066 && c <= 0x2069;
        boolean lineBreak = c == 0x2028 || c == 0x2029;
        return !control && !direction && !isolate && !lineBreak;
    }
}

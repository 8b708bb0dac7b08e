package dev.backbeat.output.terminal;

import java.util.ArrayList;
import java.util.List;

/// How many columns text takes, and text cut to so many.
final class Width {

    private static final String CUT = "…";

    private Width() {}

    static int of(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            width += of(text.codePointAt(i));
        }
        return width;
    }

    /// The text cut in its middle, so that both ends stay readable.
    static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        int tail = (columns - 1) / 2;
        int head = columns - 1 - tail;
        return head(text, head) + CUT + tail(text, tail);
    }

    /// The text in lines of so many columns at most, broken at blanks where there are any.
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && of(line.toString()) + 1 + of(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    static String padRight(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text))) + text;
    }

    private static String head(String text, int columns) {
        int at = 0;
        int width = 0;
        while (at < text.length() && width + of(text.codePointAt(at)) <= columns) {
            width += of(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(0, at);
    }

    private static String tail(String text, int columns) {
        int at = text.length();
        int width = 0;
        while (at > 0 && width + of(text.codePointBefore(at)) <= columns) {
            width += of(text.codePointBefore(at));
            at -= Character.charCount(text.codePointBefore(at));
        }
        return text.substring(at);
    }

    /// After the East Asian width and emoji presentation of Unicode, in coarse ranges.
    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}

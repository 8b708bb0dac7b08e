package dev.backbeat.output.markdown;

import dev.backbeat.output.Visible;

/// Text as text in GitHub's Markdown, in a paragraph and in a cell of a table.
///
/// Source: GitHub Flavored Markdown, version 0.29; entities stand for characters without any meaning of
/// theirs.
final class Escaped {

    private static final String MARKUP = "\\`*_{}[]()<>#+-!|~&$\"'=";
    private static final int LONGEST = 2_000;

    /// Parts what would become a link or a mention after the Markdown was read, and shows nothing.
    private static final String BREAK = "<!-- -->";

    private Escaped() {}

    /// A sentence; what stands in backticks is code.
    static String words(String text) {
        String[] parts = cut(Visible.of(text)).split("`", -1);
        if (parts.length % 2 == 0) {
            return plain(text);
        }
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            words.append(i % 2 == 0 ? escaped(parts[i]) : codeOf(parts[i]));
        }
        return words.toString();
    }

    /// Words without any code.
    static String plain(String text) {
        return escaped(cut(Visible.of(text)));
    }

    /// A name or a raw line.
    static String code(String text) {
        return codeOf(cut(Visible.of(text)));
    }

    private static String codeOf(String text) {
        return text.isBlank() ? escaped(text) : "<code>" + entities(text) + "</code>";
    }

    private static String escaped(String text) {
        return entities(text)
                .replace("@", "@" + BREAK)
                .replace("&#35;", "&#35;" + BREAK)
                .replace("://", ":" + BREAK + "//")
                .replaceAll("(?i)www\\.", "www" + BREAK + ".");
    }

    private static String entities(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MARKUP.indexOf(c) >= 0 && !(c == '-' && i > 0) || c == '.' && endsANumber(text, i)) {
                safe.append("&#").append((int) c).append(';');
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    /// Whether the dot would make an entry of a list of what stands behind it.
    private static boolean endsANumber(String text, int dot) {
        boolean last = dot + 1 == text.length() || text.charAt(dot + 1) == ' ';
        return dot > 0 && last && text.substring(0, dot).chars().allMatch(Character::isDigit);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }
}

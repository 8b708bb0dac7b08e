package dev.backbeat.ingest.stage;

import java.util.LinkedHashMap;
import java.util.Map;

/// Finds the kinds of unknown messages: words with digits in them, quoted texts and bracketed parts are
/// variable, what is left is the template (after Drain's first step: He et al., *Drain: An Online Log
/// Parsing Approach with Fixed Depth Tree*, ICWS 2017).
final class TemplateMiner {

    /// How many templates are told apart; what comes after is counted as [#OTHER].
    static final int MAX_TEMPLATES = 1000;

    /// The template that counts what no longer fits.
    static final String OTHER = "<more kinds than are told apart>";

    private static final String VARIABLE = "<*>";
    private static final int LONGEST_TEMPLATE = 160;

    private TemplateMiner() {}

    /// How often a template was seen.
    record Mined(long firstOffset, long records, long lines) {
        Mined plus(Mined other) {
            return new Mined(firstOffset, records + other.records, lines + other.lines);
        }
    }

    static void add(Map<String, Mined> templates, String template, Mined mined) {
        boolean fits = templates.containsKey(template) || templates.size() < MAX_TEMPLATES;
        templates.merge(fits ? template : OTHER, mined, Mined::plus);
    }

    static Map<String, Mined> empty() {
        return new LinkedHashMap<>();
    }

    static String template(String message) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < message.length() && out.length() < LONGEST_TEMPLATE) {
            char c = message.charAt(at);
            int close = closing(message, at, c);
            if (close > 0) {
                out.append(VARIABLE);
                at = close + 1;
            } else if (isWord(c)) {
                int end = at;
                boolean digit = false;
                while (end < message.length() && isWord(message.charAt(end))) {
                    digit |= Character.isDigit(message.charAt(end));
                    end++;
                }
                out.append(digit ? VARIABLE : message.substring(at, end));
                at = end;
            } else {
                out.append(c);
                at++;
            }
        }
        int length = Math.min(out.length(), LONGEST_TEMPLATE);
        return out.substring(0, length).strip();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static int closing(String message, int at, char open) {
        char close = switch (open) {
            case '"', '\'' -> open;
            case '{' -> '}';
            case '[' -> ']';
            default -> 0;
        };
        if (close == 0) {
            return -1;
        }
        boolean bracket = open == '{' || open == '[';
        int end = bracket ? message.lastIndexOf(close) : message.indexOf(close, at + 1);
        return end > at + 1 ? end : -1;
    }
}

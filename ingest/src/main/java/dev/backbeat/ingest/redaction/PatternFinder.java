package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;

/// A user's expression, tried on the line around its literal.
final class PatternFinder implements Finder {

    private static final ByteSet NOT_LINE_END = ByteSet.of("\r\n").not();
    private static final int REACH = 32 * 1024;

    private final RedactionRules.UserPattern pattern;
    private final byte[] literal;
    private final int index;

    /// @param index the pattern's place among all of the user, under which the window keeps how far it was
    /// searched
    PatternFinder(RedactionRules.UserPattern pattern, int index) {
        this.index = index;
        this.pattern = pattern;
        this.literal = pattern.literal().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void announce(Sieve.Builder sieve) {
        String text = pattern.literal();
        ByteSet[] sets = new ByteSet[4];
        for (int i = 0; i < sets.length; i++) {
            sets[i] = i < text.length() ? ByteSet.of(text.substring(i, i + 1)) : ByteSet.ANY;
        }
        sieve.at(Lane.USER, sets[0], sets[1], sets[2], sets[3]).at(Lane.USER, ByteSet.ANY, sets[0], sets[1], sets[2]);
    }

    @Override
    public int mask(Window text, int at) {
        int found = text.matches(at, literal, false) ? at : at + 1;
        if (!text.matches(found, literal, false)) {
            return 0;
        }
        int searched = text.searched(index);
        if (found < searched) {
            return 0;
        }
        int start = Math.max(searched, text.skipBack(NOT_LINE_END, found, REACH));
        int end = text.skip(NOT_LINE_END, found, REACH);
        text.searched(index, end);
        return maskMatches(text, start, end);
    }

    private int maskMatches(Window text, int start, int end) {
        Matcher matcher = pattern.expression().matcher(text.latin(start, end));
        int masked = 0;
        while (matcher.find()) {
            int group = matcher.groupCount() > 0 ? 1 : 0;
            if (matcher.start(group) >= 0) {
                masked += text.mask(start + matcher.start(group), start + matcher.end(group));
            }
        }
        return masked;
    }
}

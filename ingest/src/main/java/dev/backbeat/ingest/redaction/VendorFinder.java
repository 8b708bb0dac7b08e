package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Tokens that vendors begin with a prefix of their own.
final class VendorFinder implements Finder {

    private static final ByteSet CAPITALS = ByteSet.UPPER.or(ByteSet.DIGIT);
    private static final ByteSet DOTTED = ByteSet.TOKEN.or(ByteSet.of("."));

    /// The prefixes of which four characters are rare.
    static final List<Prefix> DISTINCT = List.of(
            new Prefix("AKIA", 0, CAPITALS, 16, false),
            new Prefix("ASIA", 0, CAPITALS, 16, false),
            new Prefix("AIza", 0, ByteSet.TOKEN, 30, false),
            new Prefix("ghp_", 0, ByteSet.ALNUM, 30, false),
            new Prefix("gho_", 0, ByteSet.ALNUM, 30, false),
            new Prefix("ghu_", 0, ByteSet.ALNUM, 30, false),
            new Prefix("ghs_", 0, ByteSet.WORD, 30, false),
            new Prefix("ghr_", 0, ByteSet.ALNUM, 30, false),
            new Prefix("github_pat_", 5, ByteSet.WORD, 22, false),
            new Prefix("glpat-", 1, ByteSet.TOKEN, 20, false));

    /// The others.
    static final List<Prefix> SHORT = List.of(
            new Prefix("xoxb-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("xoxp-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("xoxa-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("xoxr-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("xoxs-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("xoxe-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("xapp-", 0, ByteSet.TOKEN, 10, false),
            new Prefix("sk_live_", 1, ByteSet.ALNUM, 10, false),
            new Prefix("rk_live_", 1, ByteSet.ALNUM, 10, false),
            new Prefix("sk_test_", 1, ByteSet.ALNUM, 10, false),
            new Prefix("rk_test_", 1, ByteSet.ALNUM, 10, false),
            new Prefix("sk-", 0, ByteSet.TOKEN, 20, true),
            new Prefix("npm_", 0, ByteSet.ALNUM, 30, false),
            new Prefix("whsec_", 1, ByteSet.ALNUM.or(ByteSet.of("+/=")), 24, false),
            new Prefix("SG.", 0, DOTTED, 40, true));

    private final Lane lane;
    private final Prefix[] prefixes;
    private final ByteSet anchors;

    VendorFinder(Lane lane, List<Prefix> prefixes) {
        this.lane = lane;
        this.prefixes = prefixes.toArray(Prefix[]::new);
        anchors = prefixes.stream().map(prefix -> prefix.setAt(prefix.anchor())).reduce(ByteSet.NONE, ByteSet::or);
    }

    @Override
    public void announce(Sieve.Builder sieve) {
        for (Prefix prefix : prefixes) {
            ByteSet[] sets = new ByteSet[5];
            for (int i = 0; i < sets.length; i++) {
                sets[i] = prefix.setAt(prefix.anchor() + i);
            }
            sieve.at(lane, sets[0], sets[1], sets[2], sets[3]);
            if (prefix.length() > 3) {
                sieve.at(lane, sets[1], sets[2], sets[3], sets[4]);
            } else {
                sieve.at(Lane.JWT, ByteSet.ANY, sets[0], sets[1], sets[2]);
            }
        }
    }

    @Override
    public int mask(Window text, int at) {
        int masked = 0;
        for (int start = at - 1; start <= at + 1; start++) {
            if (!text.has(anchors, start)) {
                continue;
            }
            for (Prefix prefix : prefixes) {
                masked += prefix.mask(text, start - prefix.anchor());
            }
        }
        return masked;
    }

    /// A vendor's way to begin a token.
    ///
    /// @param text the prefix
    /// @param anchor where in the prefix its rarest characters begin
    /// @param body what follows it
    /// @param shortest how many of these at least
    /// @param mixed whether the body must have digits and capitals (`sk-` also begins names of styles)
    record Prefix(byte[] text, int anchor, ByteSet body, int shortest, boolean mixed) {

        Prefix(String text, int anchor, ByteSet body, int shortest, boolean mixed) {
            this(text.getBytes(StandardCharsets.US_ASCII), anchor, body, shortest, mixed);
        }

        int length() {
            return text.length;
        }

        ByteSet setAt(int index) {
            return index < text.length ? ByteSet.of(String.valueOf((char) text[index])) : body;
        }

        int mask(Window window, int start) {
            if (!window.matches(start, text, false)
                    || window.has(ByteSet.GLUE, start - 1)
                    || (window.at(start - 1) == '-' && window.has(ByteSet.ALNUM, start - 2))) {
                return 0;
            }
            int from = start + text.length;
            int end = window.skip(body, from);
            boolean secret = end - from >= shortest
                    && (!mixed || (window.any(ByteSet.DIGIT, from, end) && window.any(ByteSet.UPPER, from, end)));
            return secret ? window.mask(start, end) : 0;
        }
    }
}

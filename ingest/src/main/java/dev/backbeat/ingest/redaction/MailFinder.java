package dev.backbeat.ingest.redaction;

import java.util.Locale;
import java.util.Set;

/// Mail addresses, also with `%40` for `@` and with names and hosts beyond ASCII.
final class MailFinder implements Finder {

    private static final ByteSet LOCAL = ByteSet.TOKEN.or(ByteSet.HIGH).or(ByteSet.of(".+%"));
    private static final ByteSet LABEL = ByteSet.ALNUM.or(ByteSet.HIGH).or(ByteSet.of("-"));
    private static final ByteSet NAME = ByteSet.ALNUM.or(ByteSet.HIGH);
    private static final ByteSet TOP = ByteSet.LETTER.or(ByteSet.HIGH);
    private static final ByteSet AFTER_COLON = ByteSet.WORD.or(ByteSet.of("/~*"));
    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_LABEL = 63;
    private static final int MOST_LABELS = 10;

    /// Endings of files and units that follow an `@` in logs (`logo@2x.png`, `render@app.js:1`).
    private static final Set<String> NO_DOMAINS = Set.of(
            "png", "jpg", "jpeg", "gif", "svg", "webp", "ico", "avif", "js", "mjs", "cjs", "jsx", "ts", "mts", "cts",
            "tsx", "css", "scss", "less", "html", "htm", "json", "map", "txt", "log", "md", "xml", "yml", "yaml",
            "lock", "java", "class", "jar", "kt", "py", "rb", "go", "vue", "wasm", "tgz", "gz", "zip", "service",
            "socket", "timer", "mount");

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet sign = ByteSet.of("@");
        ByteSet percent = ByteSet.of("%");
        sieve.at(Lane.MAIL, LOCAL, sign, ByteSet.ANY, ByteSet.ANY).at(Lane.MAIL, sign, NAME, ByteSet.ANY, ByteSet.ANY);
        sieve.at(Lane.MAIL, LOCAL, percent, ByteSet.ANY, ByteSet.ANY);
        sieve.at(Lane.MAIL, percent, ByteSet.of("4"), ByteSet.ANY, ByteSet.ANY);
    }

    @Override
    public int mask(Window text, int at) {
        int sign = text.at(at) == '@' || text.at(at) == '%' ? at : at + 1;
        if (text.at(sign) == '@') {
            return mask(text, sign, 1);
        }
        boolean encoded = text.at(sign) == '%' && text.at(sign + 1) == '4' && text.at(sign + 2) == '0';
        return encoded ? mask(text, sign, 3) : 0;
    }

    private static int mask(Window text, int sign, int length) {
        if (!text.has(LOCAL, sign - 1) || !text.has(NAME, sign + length)) {
            return 0;
        }
        int end = domainEnd(text, sign + length);
        if (end < 0) {
            return 0;
        }
        int start = text.skipBack(LOCAL, sign, LONGEST_LOCAL);
        boolean loginOfUrl = text.at(start - 1) == '/' && text.at(start - 2) == '/';
        return loginOfUrl || !text.any(NAME, start, sign) ? 0 : text.mask(start, end);
    }

    /// The end of a host with a top-level domain, or -1.
    private static int domainEnd(Window text, int from) {
        int start = from;
        for (int labels = 1; labels <= MOST_LABELS; labels++) {
            int stop = text.skip(LABEL, start, LONGEST_LABEL);
            if (text.at(stop) != '.' || !text.has(NAME, stop + 1)) {
                return labels > 1 && isTop(text, start, stop) && endsHere(text, stop) ? stop : -1;
            }
            start = stop + 1;
        }
        return -1;
    }

    private static boolean isTop(Window text, int start, int end) {
        boolean punycode = text.at(start) == 'x' && text.at(start + 1) == 'n' && text.at(start + 2) == '-';
        if (end - start < 2 || (!punycode && text.skip(TOP, start, LONGEST_LABEL) != end)) {
            return false;
        }
        return end - start > 7 || !NO_DOMAINS.contains(text.latin(start, end).toLowerCase(Locale.ROOT));
    }

    /// A port, a path as of `git@host:team/project`, or a line of a file shows that this is no address.
    private static boolean endsHere(Window text, int end) {
        byte next = text.at(end);
        boolean colon = next == ':' && text.has(AFTER_COLON, end + 1);
        return !colon && next != '@' && next != '_' && next != '*' && next != '(';
    }
}

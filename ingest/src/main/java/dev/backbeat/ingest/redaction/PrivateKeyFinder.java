package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;

/// Bodies of PEM private keys. The BEGIN and END lines stay, and so do line breaks.
final class PrivateKeyFinder implements Finder {

    private static final byte[] BEGIN = bytes("-----BEGIN ");
    private static final byte[] END = bytes("-----END ");
    private static final byte[] PRIVATE_KEY = bytes("PRIVATE KEY");
    private static final byte[] PRIVATE_KEY_BLOCK = bytes("PRIVATE KEY BLOCK");
    private static final byte[] DASHES = bytes("-----");
    private static final ByteSet NAME = ByteSet.UPPER.or(ByteSet.DIGIT).or(ByteSet.of(" "));
    private static final ByteSet BODY = ByteSet.ALNUM.or(ByteSet.of("+/=\\"));
    private static final ByteSet HEADER = ByteSet.ALNUM.or(ByteSet.of("-,: \\"));
    private static final ByteSet BREAK = ByteSet.of("\r\n");
    private static final ByteSet COLON = ByteSet.of(":");
    private static final ByteSet BLANK = ByteSet.of(" \t");
    private static final int LONGEST = 16 * 1024;

    @Override
    public void announce(Sieve.Builder sieve) {
        sieve.literal(Lane.URL, "-BEGI", false);
    }

    @Override
    public int mask(Window text, int at) {
        int start = text.at(at) == '-' && text.at(at + 1) == 'B' ? at - 4 : at - 5;
        if (!text.matches(start, BEGIN, false)) {
            return 0;
        }
        int body = afterMarker(text, start + BEGIN.length);
        return body < 0 ? 0 : text.mask(body, end(text, body));
    }

    /// The place after `… PRIVATE KEY-----`, or -1.
    private static int afterMarker(Window text, int name) {
        int dashes = text.skip(NAME, name, 40);
        boolean isPrivate = text.matches(dashes - PRIVATE_KEY.length, PRIVATE_KEY, false)
                || text.matches(dashes - PRIVATE_KEY_BLOCK.length, PRIVATE_KEY_BLOCK, false);
        return isPrivate && text.matches(dashes, DASHES, false) ? dashes + DASHES.length : -1;
    }

    private static int end(Window text, int body) {
        int limit = (int) Math.min(text.to(), (long) body + LONGEST);
        for (int i = body; i < limit; i++) {
            if (text.at(i) == '-' && text.matches(i, END, false)) {
                return i;
            }
            if (text.at(i) == '*' || (text.at(i) == '-' && text.matches(i, BEGIN, false))) {
                break;
            }
        }
        return endOfBodyLines(text, body);
    }

    /// Without an END line, the key goes on as long as lines look like its parts.
    private static int endOfBodyLines(Window text, int body) {
        int end = body;
        int i = body;
        while (i < text.to()) {
            int start = text.skip(BLANK, i);
            int stop = text.skip(BODY, start);
            if (stop < text.to() && !text.has(BREAK, stop) && i > body) {
                int header = text.skip(HEADER, start);
                if (!text.has(BREAK, header) || !text.any(COLON, start, header)) {
                    return end;
                }
                stop = header;
            }
            end = stop;
            i = text.skip(BREAK, stop);
            if (i == stop) {
                return end;
            }
        }
        return end;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

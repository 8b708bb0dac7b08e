package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;

/// Numbers in `tel:` URIs, RFC 3966.
final class TelFinder implements Finder {

    private static final byte[] TEL = "tel:".getBytes(StandardCharsets.US_ASCII);
    private static final ByteSet NUMBER = ByteSet.DIGIT.or(ByteSet.of("+-.()"));
    private static final ByteSet NO_DIGIT = ByteSet.DIGIT.not();
    private static final int SHORTEST = 5;

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet t = ByteSet.ofEitherCase('t');
        ByteSet e = ByteSet.ofEitherCase('e');
        ByteSet l = ByteSet.ofEitherCase('l');
        ByteSet colon = ByteSet.of(":");
        sieve.at(Lane.URL, t, e, l, colon).at(Lane.URL, e, l, colon, NUMBER);
    }

    @Override
    public int mask(Window text, int at) {
        int start = text.matches(at, TEL, true) ? at : at - 1;
        if (!text.matches(start, TEL, true) || text.has(ByteSet.GLUE, start - 1)) {
            return 0;
        }
        int limit = text.skip(NUMBER, start + TEL.length, 32);
        int end = text.skipBack(NO_DIGIT, limit, limit - start - TEL.length);
        int digits = Numbers.digits(text, start + TEL.length, end).length;
        return digits >= SHORTEST && !text.has(ByteSet.GLUE, end) ? text.mask(start + TEL.length, end) : 0;
    }
}

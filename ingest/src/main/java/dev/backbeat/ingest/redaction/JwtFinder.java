package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;

/// JSON Web Tokens. The first part is base64url of `{"…`, which always begins with `eyJ`; a lone part of
/// that kind is no token (source maps are encoded so).
final class JwtFinder implements Finder {

    private static final byte[] START = "eyJ".getBytes(StandardCharsets.US_ASCII);
    private static final int SHORTEST_HEADER = 10;
    private static final int SHORTEST_PAYLOAD = 4;
    private static final ByteSet BEFORE = ByteSet.GLUE.or(ByteSet.of("-."));

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet e = ByteSet.of("e");
        ByteSet y = ByteSet.of("y");
        ByteSet j = ByteSet.of("J");
        sieve.at(Lane.JWT, e, y, j, ByteSet.ALNUM).at(Lane.JWT, ByteSet.ANY, e, y, j);
    }

    @Override
    public int mask(Window text, int at) {
        int start = text.matches(at, START, false) ? at : at + 1;
        if (!text.matches(start, START, false) || text.has(BEFORE, start - 1)) {
            return 0;
        }
        int header = text.skip(ByteSet.TOKEN, start);
        int payload = text.skip(ByteSet.TOKEN, header + 1);
        if (header - start < SHORTEST_HEADER || text.at(header) != '.' || payload - header <= SHORTEST_PAYLOAD) {
            return 0;
        }
        int end = payload;
        int parts = 2;
        while (text.at(end) == '.' && parts < 5) {
            end = text.skip(ByteSet.TOKEN, end + 1);
            parts++;
        }
        return parts > 2 ? text.mask(start, end) : 0;
    }
}

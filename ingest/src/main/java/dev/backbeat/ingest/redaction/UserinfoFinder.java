package dev.backbeat.ingest.redaction;

/// User names and passwords in URLs. A lone user name stays (`ssh://git@host`) unless it is as long as a
/// token.
final class UserinfoFinder implements Finder {

    private static final ByteSet STOP = ByteSet.of("/?# \t\r\n\"'`<>\\");
    private static final ByteSet HOST = ByteSet.ALNUM.or(ByteSet.HIGH).or(ByteSet.of("["));
    private static final int LONG_NAME = 16;

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet colon = ByteSet.of(":");
        ByteSet slash = ByteSet.of("/");
        sieve.at(Lane.URL, colon, slash, slash, STOP.not()).at(Lane.URL, ByteSet.ANY, colon, slash, slash);
    }

    @Override
    public int mask(Window text, int at) {
        int colon = text.at(at) == ':' ? at : at + 1;
        if (text.at(colon) != ':' || text.at(colon + 1) != '/' || text.at(colon + 2) != '/') {
            return 0;
        }
        int start = colon + 3;
        int separator = -1;
        int host = -1;
        for (int i = start; i < text.to() && !STOP.has(text.at(i)); i++) {
            if (text.at(i) == '@') {
                host = i;
            } else if (text.at(i) == ':' && separator < 0) {
                separator = i;
            }
        }
        if (host < 0 || !text.has(HOST, host + 1)) {
            return 0;
        }
        if (separator < 0 || separator > host) {
            return host - start >= LONG_NAME ? text.mask(start, host) : 0;
        }
        return text.mask(start, separator) | text.mask(separator + 1, host);
    }
}

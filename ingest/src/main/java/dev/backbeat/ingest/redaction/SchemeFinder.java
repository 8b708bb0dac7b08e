package dev.backbeat.ingest.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/// Credentials after `Bearer` and `Basic`, wherever they stand.
final class SchemeFinder implements Finder {

    /// HTTP authentication schemes, in lower case.
    static final Set<String> SCHEMES = Set.of(
            "bearer",
            "basic",
            "digest",
            "token",
            "apikey",
            "negotiate",
            "ntlm",
            "oauth",
            "hawk",
            "hoba",
            "mutual",
            "dpop",
            "aws4-hmac-sha256");

    /// The schemes whose credentials are a list of parameters.
    static final Set<String> WITH_LISTS = Set.of("digest", "oauth", "hawk", "mutual", "aws4-hmac-sha256");

    private static final byte[] BEARER = "bearer".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BASIC = "basic".getBytes(StandardCharsets.US_ASCII);
    private static final ByteSet TOKEN68 = ByteSet.TOKEN.or(ByteSet.of("._~+/="));
    private static final ByteSet BASE64 = ByteSet.ALNUM.or(ByteSet.of("+/="));
    private static final ByteSet BLANK = ByteSet.of(" ");
    private static final int SHORTEST = 8;
    private static final int SURE = 24;
    private static final int LONGEST_BASIC = 512;

    @Override
    public void announce(Sieve.Builder sieve) {
        sieve.literal(Lane.SCHEME, "earer", true);
        sieve.literal(Lane.SCHEME, "basic", true);
    }

    @Override
    public int mask(Window text, int at) {
        int masked = 0;
        for (int start = at - 1; start <= at; start++) {
            if (text.matches(start - 1, BEARER, true)) {
                masked += bearer(text, start - 1);
            } else if (text.matches(start, BASIC, true)) {
                masked += basic(text, start);
            }
        }
        return masked;
    }

    private static int bearer(Window text, int scheme) {
        int start = credentials(text, scheme, BEARER.length);
        if (start < 0) {
            return 0;
        }
        int end = text.skip(TOKEN68, start);
        int length = end - start;
        boolean secret = length >= SURE || (length >= SHORTEST && text.any(ByteSet.DIGIT, start, end));
        return secret ? text.mask(start, end) : 0;
    }

    private static int basic(Window text, int scheme) {
        int start = credentials(text, scheme, BASIC.length);
        if (start < 0) {
            return 0;
        }
        int end = text.skip(BASE64, start, LONGEST_BASIC);
        return end - start >= SHORTEST && text.at(end) != '*' && decodesToPair(text.latin(start, end))
                ? text.mask(start, end)
                : 0;
    }

    private static int credentials(Window text, int scheme, int length) {
        if (text.has(ByteSet.GLUE, scheme - 1)) {
            return -1;
        }
        int start = text.skip(BLANK, scheme + length, 4);
        return start == scheme + length ? -1 : start;
    }

    /// Whether the text is base64 of `user:password`.
    private static boolean decodesToPair(String credentials) {
        try {
            byte[] pair = Base64.getDecoder().decode(credentials);
            boolean colon = false;
            for (byte b : pair) {
                if (b >= 0 && b < ' ') {
                    return false;
                }
                colon |= b == ':';
            }
            return colon;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}

package dev.backbeat.ingest.redaction;

import dev.backbeat.ingest.redaction.KeyWord.Kind;
import dev.backbeat.ingest.redaction.KeyedValue.Position;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Decides whether the text at a value's place is a secret, and how far it goes.
final class PlainValue {

    private static final ByteSet STOP = controls().or(ByteSet.of(" &,;\"'`<>()[]{}|"));
    private static final ByteSet NO_STOP = STOP.not();
    private static final ByteSet NOT_LINE_END = ByteSet.of("\r\n").not();
    private static final ByteSet PHRASE = ByteSet.of("\r\n,;\"'`<>()[]{}|").not();
    private static final ByteSet SUBSTANCE = ByteSet.ALNUM.or(ByteSet.HIGH);
    private static final ByteSet TELLING = ByteSet.DIGIT.or(ByteSet.of("!@#$%^+~?"));
    private static final ByteSet MASKED = ByteSet.of("*");
    private static final ByteSet ESCAPED = ByteSet.of("nrt\"'\\/");
    private static final ByteSet SESSION_ID = ByteSet.TOKEN.or(ByteSet.of(".!*"));
    private static final ByteSet COOKIE_NAME = ByteSet.TOKEN.or(ByteSet.of(".%$"));
    private static final ByteSet PATH_START = ByteSet.of("/~");
    private static final ByteSet NUMBER = ByteSet.of("0123456789.:/-");
    private static final ByteSet NO_EQUALS = ByteSet.of("=").not();
    private static final ByteSet AFTER_SCHEME = ByteSet.of(" +");
    private static final ByteSet LIST = ByteSet.of("\r\n'}").not();
    private static final byte[] HTTP = bytes("http");
    private static final byte[] ENCODED_BLANK = bytes("%20");
    private static final int LOOK = 128;

    private static final Set<String> NO_SECRETS = Set.of(
            "true",
            "false",
            "null",
            "none",
            "nil",
            "undefined",
            "nan",
            "yes",
            "no",
            "string",
            "number",
            "boolean",
            "any",
            "unknown",
            "void",
            "object",
            "function",
            "required",
            "missing",
            "invalid",
            "expired",
            "symbol");

    private final Window text;
    private final Kind kind;
    private final Position position;

    PlainValue(Window text, Kind kind, Position position) {
        this.text = text;
        this.kind = kind;
        this.position = position;
    }

    int maskQuoted(int start, int end) {
        if (position == Position.NAME) {
            return 0;
        }
        if (position == Position.PROSE && kind == Kind.TOKEN && !telling(start, Math.min(end, start + LOOK))) {
            return 0;
        }
        return text.mask(kind == Kind.AUTHORIZATION ? Math.min(end, afterScheme(start)) : start, end);
    }

    int maskPlain(int start, boolean quotedKey) {
        if (kind == Kind.COOKIE && !quotedKey) {
            return maskCookies(start);
        }
        if (kind == Kind.AUTHORIZATION) {
            int credentials = afterScheme(start);
            if (credentials > start) {
                return text.mask(credentials, credentialsEnd(start, credentials));
            }
        }
        int head = wordEnd(text, start, LOOK);
        if (!secret(start, head)) {
            return 0;
        }
        return text.mask(start, kind == Kind.PHRASE ? phraseEnd(start) : end(start));
    }

    /// The end of the word that begins here.
    static int wordEnd(Window text, int start) {
        return wordEnd(text, start, Integer.MAX_VALUE);
    }

    private static int wordEnd(Window text, int start, int limit) {
        int i = start;
        int most = (int) Math.min(text.to(), (long) start + limit);
        while (i < most && NO_STOP.has(text.at(i)) && !(text.at(i) == '\\' && text.has(ESCAPED, i + 1))) {
            i++;
        }
        return i;
    }

    private int end(int start) {
        int end = wordEnd(text, start);
        return kind == Kind.SESSION ? Math.min(end, text.skip(SESSION_ID, start)) : end;
    }

    private int phraseEnd(int start) {
        return text.skip(PHRASE, start);
    }

    private boolean secret(int start, int end) {
        if (end - start < 3 || position == Position.NAME || !text.any(SUBSTANCE, start, end)) {
            return false;
        }
        boolean call = text.at(end) == '(' && text.has(ByteSet.GLUE, end - 1);
        if (call || text.at(start) == '$' || (kind == Kind.PWD && text.has(PATH_START, start))) {
            return false;
        }
        if (end - start <= 9 && NO_SECRETS.contains(text.latin(start, end).toLowerCase(Locale.ROOT))) {
            return false;
        }
        return position == Position.FIELD || telling(start, end);
    }

    /// Whether the text has what words of a sentence lack.
    private boolean telling(int start, int end) {
        if (kind == Kind.DIGITS) {
            return text.any(ByteSet.DIGIT, start, end);
        }
        if (end - start < 6 || text.at(end - 1) == ':' || text.matches(start, HTTP, true)) {
            return false;
        }
        if (end == text.skip(NUMBER, start, LOOK) && end - start < 10) {
            return false;
        }
        int equals = text.skip(NO_EQUALS, start, end - start);
        boolean assignment = equals < end - 1 && text.has(ByteSet.ALNUM, equals + 1);
        return !assignment && text.any(TELLING, start, end) && !text.any(MASKED, start, end);
    }

    /// The place after a scheme such as `Bearer `, or `start` when there is none.
    private int afterScheme(int start) {
        int end = text.skip(ByteSet.TOKEN, start, 24);
        int after = text.skip(AFTER_SCHEME, end, 4);
        if (after == end && text.matches(end, ENCODED_BLANK, false)) {
            after = end + 3;
        }
        boolean known = after > end
                && SchemeFinder.SCHEMES.contains(text.latin(start, end).toLowerCase(Locale.ROOT));
        return known ? after : start;
    }

    private int credentialsEnd(int scheme, int credentials) {
        boolean list = SchemeFinder.WITH_LISTS.contains(
                text.latin(scheme, text.skip(ByteSet.TOKEN, scheme, 24)).toLowerCase(Locale.ROOT));
        return list ? text.skip(LIST, credentials) : wordEnd(text, credentials);
    }

    /// Cookies go on to the end of the line or of the quoted text that the header stands in.
    private int maskCookies(int start) {
        int name = text.skip(COOKIE_NAME, start, LOOK);
        if (name == start) {
            return 0;
        }
        if (text.at(name) != '=') {
            return position == Position.FIELD && telling(start, wordEnd(text, start, LOOK))
                    ? text.mask(start, wordEnd(text, start))
                    : 0;
        }
        int i = start;
        while (NOT_LINE_END.has(text.at(i)) && !ByteSet.QUOTE.has(text.at(i))) {
            boolean opens = text.at(i) == '=' && text.at(i + 1) == '"';
            i = opens ? Math.min(text.to(), QuotedText.end(text, i + 2, (byte) '"', 0) + 1) : i + 1;
        }
        return text.mask(start, Math.min(i, text.to()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteSet controls() {
        StringBuilder controls = new StringBuilder();
        for (char c = 0; c < ' '; c++) {
            controls.append(c);
        }
        return ByteSet.of(controls.toString());
    }
}

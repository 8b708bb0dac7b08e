package dev.backbeat.ingest.redaction;

/// A set of byte values; asking it is one load.
final class ByteSet {

    static final ByteSet ANY = new ByteSet(filled());
    static final ByteSet NONE = of("");
    static final ByteSet DIGIT = of("0123456789");
    static final ByteSet UPPER = of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    static final ByteSet LOWER = of("abcdefghijklmnopqrstuvwxyz");
    static final ByteSet LETTER = UPPER.or(LOWER);
    static final ByteSet ALNUM = LETTER.or(DIGIT);

    /// Letters, digits and `_`.
    static final ByteSet WORD = ALNUM.or(of("_"));

    /// Letters, digits, `_` and `-`: base64url, and the bodies of most vendors' tokens.
    static final ByteSet TOKEN = WORD.or(of("-"));

    /// The bytes of UTF-8 beyond ASCII.
    static final ByteSet HIGH = high();

    /// What may not touch a number or token: text that continues a name, or text that is masked already.
    static final ByteSet GLUE = WORD.or(of("*")).or(HIGH);

    static final ByteSet QUOTE = of("\"'`");

    private final boolean[] members;

    private ByteSet(boolean[] members) {
        this.members = members;
    }

    static ByteSet of(String characters) {
        boolean[] members = new boolean[256];
        for (int i = 0; i < characters.length(); i++) {
            members[characters.charAt(i)] = true;
        }
        return new ByteSet(members);
    }

    /// The letter or other character in both cases.
    static ByteSet ofEitherCase(char character) {
        return of("" + Character.toLowerCase(character) + Character.toUpperCase(character));
    }

    ByteSet or(ByteSet other) {
        boolean[] union = members.clone();
        for (int i = 0; i < union.length; i++) {
            union[i] |= other.members[i];
        }
        return new ByteSet(union);
    }

    ByteSet not() {
        boolean[] rest = new boolean[256];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = !members[i];
        }
        return new ByteSet(rest);
    }

    boolean has(int value) {
        return members[value & 0xFF];
    }

    private static boolean[] filled() {
        boolean[] all = new boolean[256];
        java.util.Arrays.fill(all, true);
        return all;
    }

    private static ByteSet high() {
        boolean[] members = new boolean[256];
        java.util.Arrays.fill(members, 128, 256, true);
        return new ByteSet(members);
    }
}

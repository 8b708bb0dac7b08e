package dev.backbeat.ingest.redaction;

/// Reads what follows a secret key and masks the value, in the notations of JSON (also inside JSON
/// strings), JavaScript and Python objects, properties, YAML, URL queries, forms, XML elements and
/// command lines.
final class KeyedValue {

    /// Characters of a key's name; a key is looked at for at most [#LONGEST_NAME] of them.
    private static final ByteSet NAME = ByteSet.TOKEN.or(ByteSet.of(".$"));

    private static final ByteSet BLANK = ByteSet.of(" \t");
    private static final ByteSet XML_END = ByteSet.of("<\r\n").not();
    private static final ByteSet BACKSLASH = ByteSet.of("\\");
    private static final ByteSet LINE_END = ByteSet.of("\r\n");

    /// What stands before the last letters of times, places and ids, which are no words.
    private static final ByteSet BEFORE_NO_WORD = ByteSet.of("0123456789._:@/#");

    private static final int LONGEST_NAME = 64;
    private static final int MOST_BLANKS = 8;
    private static final int MOST_BACKSLASHES = 15;

    private final Window text;
    private final int word;
    private final int end;
    private final KeyWord.Kind kind;

    private int keyStart;
    private boolean quotedKey;

    KeyedValue(Window text, int word, int end, KeyWord.Kind kind) {
        this.text = text;
        this.word = word;
        this.kind = kind;
        this.end = kind == KeyWord.Kind.PASSWORD ? text.skip(ByteSet.DIGIT, end, 2) : end;
    }

    int mask() {
        if (text.has(ByteSet.WORD, end) || (text.at(end) == '-' && text.has(ByteSet.WORD, end + 1))) {
            return 0;
        }
        keyStart = text.skipBack(NAME, word, LONGEST_NAME);
        int afterKey = afterKey();
        int separator = text.skip(BLANK, afterKey, MOST_BLANKS);
        int value = afterSeparator(separator);
        if (value < 0) {
            return withoutSeparator(afterKey, separator);
        }
        int start = text.skip(BLANK, value, MOST_BLANKS);
        boolean colon = text.at(separator) == ':';
        boolean arrow = text.at(separator + 1) == '>';
        Position position = position(colon, arrow, separator > afterKey, start > value);
        return maskValue(start, position);
    }

    /// How far the surroundings speak for a field.
    enum Position {
        /// A field of a structure: its value is a value.
        FIELD,
        /// Maybe a sentence: only what looks secret is.
        PROSE,
        /// A name made of parts, as in `auth:token:refreshed`.
        NAME
    }

    private int afterKey() {
        int i = text.skip(BACKSLASH, end, MOST_BACKSLASHES);
        if (text.has(ByteSet.QUOTE, i)) {
            quotedKey = true;
            return i + 1;
        }
        if (text.at(end) == ']') {
            return end + 1;
        }
        return isPercent(end, '5', 'd') ? end + 3 : end;
    }

    /// The place after `:`, `=`, `=>`, `:=` or `%3D`, or -1.
    private int afterSeparator(int at) {
        byte separator = text.at(at);
        byte next = text.at(at + 1);
        if (separator == '=') {
            return next == '=' ? -1 : next == '>' ? at + 2 : at + 1;
        }
        if (separator == ':') {
            return next == ':' || next == '/' ? -1 : next == '=' ? at + 2 : at + 1;
        }
        return isPercent(at, '3', 'd') ? at + 3 : -1;
    }

    private int withoutSeparator(int afterKey, int next) {
        if (text.at(end) == '>' && text.at(keyStart - 1) == '<') {
            return text.mask(end + 1, text.skip(XML_END, end + 1));
        }
        boolean option = text.at(keyStart) == '-' && text.at(keyStart + 1) == '-' && !text.has(NAME, keyStart - 1);
        if (!option || next == afterKey || text.at(next) == '-') {
            return 0;
        }
        int after = PlainValue.wordEnd(text, next);
        boolean last = text.has(LINE_END, after) || (text.at(after) == ' ' && text.at(after + 1) == '-');
        return maskValue(next, last ? Position.FIELD : Position.PROSE);
    }

    private boolean isPercent(int at, char digit, char letter) {
        return text.at(at) == '%' && text.at(at + 1) == digit && Window.lower(text.at(at + 2)) == letter;
    }

    private Position position(boolean colon, boolean arrow, boolean blankBefore, boolean blankAfter) {
        if (quotedKey) {
            return Position.FIELD;
        }
        if (colon && kind == KeyWord.Kind.AUTHORIZATION) {
            return Position.PROSE;
        }
        if (arrow) {
            return text.at(end) == ']' ? Position.FIELD : Position.PROSE;
        }
        if (!colon) {
            return blankBefore && blankAfter && inSentence() ? Position.PROSE : Position.FIELD;
        }
        if (!blankAfter) {
            return text.at(keyStart - 1) == ':' ? Position.NAME : Position.PROSE;
        }
        return inSentence() ? Position.PROSE : Position.FIELD;
    }

    /// Whether an ordinary word stands before the key: `could not read the token: …`.
    private boolean inSentence() {
        int before = text.skipBack(BLANK, keyStart, MOST_BLANKS);
        if (before == keyStart) {
            return text.at(keyStart - 1) == '*';
        }
        if (text.at(before - 1) == '*') {
            return true;
        }
        int start = text.skipBack(ByteSet.LETTER, before, LONGEST_NAME);
        return text.any(ByteSet.LOWER, start, before) && !text.has(BEFORE_NO_WORD, start - 1);
    }

    private int maskValue(int start, Position position) {
        int quote = text.skip(BACKSLASH, start, MOST_BACKSLASHES);
        PlainValue value = new PlainValue(text, kind, position);
        if (text.has(ByteSet.QUOTE, quote)) {
            int from = quote + 1;
            return value.maskQuoted(from, QuotedText.end(text, from, text.at(quote), quote - start));
        }
        return value.maskPlain(start, quotedKey);
    }
}

package dev.backbeat.ingest.redaction;

/// US phone numbers: `555-010-0199`, `1-555-010-0199` and `(555) 010-0199`, found by their last hyphen.
final class UsPhoneFinder implements Finder {

    private static final ByteSet AREA_START = ByteSet.of("23456789");

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet hyphen = ByteSet.of("-");
        ByteSet digit = ByteSet.DIGIT;
        sieve.at(Lane.HYPHENATED, hyphen, digit, digit, digit, digit, ByteSet.ANY);
        sieve.at(Lane.HYPHENATED, digit, hyphen, digit, digit, digit, digit);
    }

    @Override
    public int mask(Window text, int at) {
        int hyphen = text.at(at) == '-' ? at : at + 1;
        if (!Numbers.areDigits(text, hyphen - 3, hyphen) || !Numbers.areDigits(text, hyphen + 1, hyphen + 5)) {
            return 0;
        }
        int start = start(text, hyphen - 3);
        return start >= 0 && Numbers.endsHere(text, hyphen + 5) ? text.mask(start, hyphen + 5) : 0;
    }

    /// Where the number begins whose middle three digits stand at `middle`, or -1.
    private static int start(Window text, int middle) {
        int before = text.at(middle - 1) == ' ' ? middle - 2 : middle - 1;
        if (text.at(before) == ')') {
            boolean bracketed = text.at(before - 4) == '(' && isArea(text, before - 3);
            return bracketed && !text.has(ByteSet.GLUE, before - 5) ? before - 4 : -1;
        }
        int area = middle - 4;
        if (text.at(middle - 1) != '-' || !isArea(text, area)) {
            return -1;
        }
        boolean country = text.at(area - 1) == '-' && text.at(area - 2) == '1';
        int start = country ? area - 2 : area;
        return Numbers.startsHere(text, start) ? start : -1;
    }

    private static boolean isArea(Window text, int at) {
        return text.has(AREA_START, at) && Numbers.areDigits(text, at, at + 3);
    }
}

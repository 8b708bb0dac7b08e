package dev.backbeat.ingest.redaction;

/// US social security numbers, found by their last hyphen. Numbers that are never issued are none.
final class SsnFinder implements Finder {

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
        int start = hyphen - 6;
        int end = hyphen + 5;
        boolean shaped = text.at(hyphen) == '-'
                && text.at(hyphen - 3) == '-'
                && Numbers.areDigits(text, start, start + 3)
                && Numbers.areDigits(text, hyphen - 2, hyphen)
                && Numbers.areDigits(text, hyphen + 1, end);
        if (!shaped || !Numbers.startsHere(text, start) || !Numbers.endsHere(text, end)) {
            return 0;
        }
        byte[] digits = Numbers.digits(text, start, end);
        int area = Numbers.prefix(digits, 3);
        boolean issued = area != 0 && area != 666 && area < 900 && digits[3] + digits[4] > 0;
        return issued && digits[5] + digits[6] + digits[7] + digits[8] > 0 ? text.mask(start, end) : 0;
    }
}

package dev.backbeat.ingest.redaction;

/// International phone numbers: `+`, a country code and up to fifteen digits, ITU-T E.164, with or without
/// separators.
final class PhoneFinder implements Finder {

    private static final ByteSet SEPARATOR = ByteSet.of(" -./");
    private static final ByteSet CONTINUED = ByteSet.DIGIT.or(ByteSet.of(" -./("));
    private static final int SHORTEST_GROUPED = 8;
    private static final int SHORTEST_IN_ONE = 10;
    private static final int LONGEST = 15;

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet plus = ByteSet.of("+");
        sieve.at(Lane.PHONE, plus, ByteSet.DIGIT, CONTINUED, CONTINUED.or(ByteSet.of(")")))
                .at(Lane.PHONE, ByteSet.ANY, plus, ByteSet.DIGIT, CONTINUED);
    }

    @Override
    public int mask(Window text, int at) {
        int plus = text.at(at) == '+' ? at : at + 1;
        if (text.at(plus) != '+' || text.at(plus + 1) == '0' || text.has(ByteSet.GLUE, plus - 1)) {
            return 0;
        }
        int end = end(text, plus + 1);
        return end > 0 && Numbers.endsHere(text, end) ? text.mask(plus, end) : 0;
    }

    /// The end of digits in groups that make a phone number, or -1.
    static int end(Window text, int start) {
        int digits = 0;
        int groups = 0;
        int dots = 0;
        int first = 0;
        int end = start;
        int i = start;
        while (digits <= LONGEST) {
            int stop = text.skip(ByteSet.DIGIT, i, LONGEST + 1);
            if (stop == i) {
                break;
            }
            groups++;
            digits += stop - i;
            first = groups == 1 ? digits : first;
            end = stop;
            dots += text.at(stop) == '.' ? 1 : 0;
            i = afterSeparator(text, stop);
        }
        if (groups == 1) {
            return digits >= SHORTEST_IN_ONE && digits <= LONGEST ? end : -1;
        }
        boolean decimal = groups == 2 && dots > 0;
        boolean plausible = first <= 5 && digits * 10 >= groups * 17 && !decimal;
        return plausible && digits >= SHORTEST_GROUPED && digits <= LONGEST ? end : -1;
    }

    /// The place of the next group of digits, after one separator and around one pair of brackets.
    private static int afterSeparator(Window text, int at) {
        int i = text.at(at) == ')' ? at + 1 : at;
        i = text.has(SEPARATOR, i) ? i + 1 : i;
        i = text.at(i) == '(' ? i + 1 : i;
        return i == at || !text.has(ByteSet.DIGIT, i) ? text.to() : i;
    }
}

package dev.backbeat.ingest.redaction;

/// Payment card numbers, ISO/IEC 7812: in one piece, or in the groups that are printed on cards.
final class CardFinder implements Finder {

    private static final ByteSet FIRST = ByteSet.of("3456");
    private static final ByteSet AFTER_NAME = ByteSet.of("\\\"':= ");
    private static final ByteSet TWO = ByteSet.of("2");
    private static final ByteSet AFTER_TWO = ByteSet.of("234567");
    private static final ByteSet GROUPED = ByteSet.DIGIT.or(ByteSet.of(" -"));
    private static final ByteSet BEFORE = ByteSet.GLUE.or(ByteSet.of(".")).not();
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;

    @Override
    public void announce(Sieve.Builder sieve) {
        ByteSet digit = ByteSet.DIGIT;
        sieve.at(Lane.CARD, FIRST, digit, digit, digit, GROUPED, digit);
        sieve.at(Lane.CARD, TWO, AFTER_TWO, digit, digit, GROUPED, digit);
        sieve.at(Lane.CARD, BEFORE, FIRST, digit, digit, digit, GROUPED);
        sieve.at(Lane.COOKIE, BEFORE, TWO, AFTER_TWO, digit, digit, GROUPED);
    }

    @Override
    public int mask(Window text, int at) {
        int start = text.has(ByteSet.DIGIT, at) ? at : at + 1;
        if (!text.has(BEFORE, start - 1) || !Numbers.startsHere(text, start) || isId(text, start)) {
            return 0;
        }
        int end = end(text, start);
        if (end < 0 || !Numbers.endsHere(text, end)) {
            return 0;
        }
        byte[] digits = Numbers.digits(text, start, end);
        return Numbers.isIssued(digits) && Numbers.isLuhn(digits) ? text.mask(start, end) : 0;
    }

    /// Whether the value is named an id: one hexadecimal span id of 60 000 passes for a card number.
    private static boolean isId(Window text, int start) {
        int name = text.skipBack(AFTER_NAME, start, 8);
        return name < start && Window.lower(text.at(name - 1)) == 'd' && Window.lower(text.at(name - 2)) == 'i';
    }

    /// The end of 13 to 19 digits in one piece, or of groups of 4-4-4-4, 4-4-4-4-3, 4-6-5 or 4-6-4; or -1.
    private static int end(Window text, int start) {
        int first = text.skip(ByteSet.DIGIT, start, LONGEST + 1);
        int length = first - start;
        if (length >= SHORTEST) {
            return length <= LONGEST ? first : -1;
        }
        byte between = text.at(first);
        if (length != 4 || (between != ' ' && between != '-')) {
            return -1;
        }
        int shape = 4;
        int end = first;
        for (int group = 1; group < 5 && text.at(end) == between && text.has(ByteSet.DIGIT, end + 1); group++) {
            int next = text.skip(ByteSet.DIGIT, end + 1, 7);
            int size = next - end - 1;
            if (shape == 4444 && size != 3) {
                break;
            }
            shape = shape * 10 + size;
            end = next;
        }
        return switch (shape) {
            case 4444, 44443, 465, 464 -> end;
            default -> -1;
        };
    }
}

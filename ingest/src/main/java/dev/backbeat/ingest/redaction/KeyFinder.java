package dev.backbeat.ingest.redaction;

import java.util.List;

/// Finds keys by the words that they end in.
final class KeyFinder implements Finder {

    /// What follows a key of any notation.
    private static final ByteSet AFTER_KEY = ByteSet.of(":=\"'`\\ >]%\t");

    private final Lane lane;
    private final KeyWord[] words;
    private final ByteSet anchors;

    KeyFinder(Lane lane, List<KeyWord> words) {
        this.lane = lane;
        this.words = words.toArray(KeyWord[]::new);
        anchors = words.stream()
                .map(word -> ByteSet.ofEitherCase(word.anchored().charAt(0)))
                .reduce(ByteSet.NONE, ByteSet::or);
    }

    @Override
    public void announce(Sieve.Builder sieve) {
        for (KeyWord word : words) {
            String anchored = word.anchored();
            if (anchored.length() > 3) {
                sieve.literal(lane, anchored, true);
            } else if (anchored.length() == 3) {
                sieve.shortLiteral(lane, anchored, AFTER_KEY);
            } else {
                ByteSet first = ByteSet.ofEitherCase(anchored.charAt(0));
                ByteSet second = ByteSet.ofEitherCase(anchored.charAt(1));
                sieve.at(lane, first, second, AFTER_KEY, ByteSet.ANY).at(lane, ByteSet.ANY, first, second, AFTER_KEY);
            }
        }
    }

    @Override
    public int mask(Window text, int at) {
        int masked = 0;
        for (int start = at - 1; start <= at + 1; start++) {
            if (!text.has(anchors, start)) {
                continue;
            }
            for (KeyWord word : words) {
                int begin = start - word.anchor();
                if (text.matches(begin, word.text(), true) && isWord(text, begin, word)) {
                    masked += new KeyedValue(text, begin, begin + word.text().length, word.kind()).mask();
                }
            }
        }
        return masked;
    }

    private static boolean isWord(Window text, int begin, KeyWord word) {
        byte before = text.at(begin - 1);
        return !word.whole()
                || !ByteSet.LETTER.has(before)
                || (ByteSet.LOWER.has(before) && text.has(ByteSet.UPPER, begin));
    }
}

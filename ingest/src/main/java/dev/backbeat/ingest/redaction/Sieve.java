package dev.backbeat.ingest.redaction;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the places where a secret could begin, at a fraction of a nanosecond a byte.
///
/// The text is read in steps of two bytes. One table of 65 536 entries, indexed by two bytes, holds a bit
/// per [Lane] for "these two may be the first half of a pattern" (low 16 bits) and for "these two may be
/// the second half" (high 16 bits). A place is interesting when the first half of the pair there and the
/// second half of the next pair share a lane. A pattern is entered twice, once for each parity of its
/// position, so that steps of two miss nothing.
final class Sieve {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int SECOND = 16;

    /// How far a step of the fast loop looks.
    private static final int AHEAD = 12;

    private final int[] pairs;
    private final int[] thirds;

    private Sieve(int[] pairs, int[] thirds) {
        this.pairs = pairs;
        this.thirds = thirds;
    }

    /// The first interesting place at an even distance from `start`, or `to`.
    int next(byte[] text, int start, int to) {
        int[] table = pairs;
        int i = start;
        if (to - i >= AHEAD) {
            int first = table[(text[i] & 0xFF) | (text[i + 1] & 0xFF) << 8];
            for (int end = to - AHEAD; i <= end; i += 8) {
                long word = (long) LONG.get(text, i + 2);
                int second = table[(int) word & 0xFFFF];
                int third = table[(int) (word >>> 16) & 0xFFFF];
                int fourth = table[(int) (word >>> 32) & 0xFFFF];
                int fifth = table[(int) (word >>> 48)];
                int one = first & (second >>> SECOND);
                int two = second & (third >>> SECOND);
                int three = third & (fourth >>> SECOND);
                int four = fourth & (fifth >>> SECOND);
                if ((one | two | three | four) != 0 && confirms(word, text, i, one, two, three, four)) {
                    return firstIn(text, i, i + 8, to);
                }
                first = fifth;
            }
        }
        return firstIn(text, i, to, to);
    }

    /// Whether the third pairs fit as well.
    private boolean confirms(long word, byte[] text, int i, int one, int two, int three, int four) {
        int last = (text[i + 10] & 0xFF) | (text[i + 11] & 0xFF) << 8;
        int lanes = (one & thirds[(int) (word >>> 16) & 0xFFFF])
                | (two & thirds[(int) (word >>> 32) & 0xFFFF])
                | (three & thirds[(int) (word >>> 48)])
                | (four & thirds[last]);
        return lanes != 0;
    }

    /// The first interesting place in `[start, end)`, or `end`.
    private int firstIn(byte[] text, int start, int end, int to) {
        for (int i = start; i < end; i += 2) {
            if (lanes(text, i, to) != 0) {
                return i;
            }
        }
        return end;
    }

    /// The lanes that have a pattern at `index`, as bits.
    int lanes(byte[] text, int index, int to) {
        int lanes = pairs[pair(text, index, to)] & (pairs[pair(text, index + 2, to)] >>> SECOND);
        return lanes == 0 ? 0 : lanes & thirds[pair(text, index + 4, to)];
    }

    private static int pair(byte[] text, int index, int to) {
        int low = index < to ? text[index] & 0xFF : '\n';
        int high = index + 1 < to ? text[index + 1] & 0xFF : '\n';
        return low | high << 8;
    }

    /// Collects the patterns of all finders.
    static final class Builder {

        private final int[] pairs = new int[1 << 16];
        private final int[] thirds = new int[1 << 16];

        /// Stops at four bytes of these sets, when the first is at an even distance from the start.
        Builder at(Lane lane, ByteSet first, ByteSet second, ByteSet third, ByteSet fourth) {
            return at(lane, first, second, third, fourth, ByteSet.ANY, ByteSet.ANY);
        }

        /// The same with six bytes, of which the last two are looked at only when the others fit.
        Builder at(
                Lane lane, ByteSet first, ByteSet second, ByteSet third, ByteSet fourth, ByteSet fifth, ByteSet sixth) {
            enter(pairs, first, second, lane.bit());
            enter(pairs, third, fourth, lane.bit() << SECOND);
            enter(thirds, fifth, sixth, lane.bit());
            return this;
        }

        /// Stops at a text of at least four characters wherever it stands.
        Builder literal(Lane lane, String text, boolean ignoringCase) {
            ByteSet[] sets = new ByteSet[5];
            for (int i = 0; i < sets.length; i++) {
                sets[i] = i >= text.length()
                        ? ByteSet.ANY
                        : ignoringCase ? ByteSet.ofEitherCase(text.charAt(i)) : ByteSet.of(text.substring(i, i + 1));
            }
            at(lane, sets[0], sets[1], sets[2], sets[3]);
            return at(lane, sets[1], sets[2], sets[3], sets[4]);
        }

        /// Stops at a text of three characters that is followed by one of a set, wherever it stands.
        Builder shortLiteral(Lane lane, String text, ByteSet after) {
            ByteSet first = ByteSet.ofEitherCase(text.charAt(0));
            ByteSet second = ByteSet.ofEitherCase(text.charAt(1));
            ByteSet third = ByteSet.ofEitherCase(text.charAt(2));
            at(lane, first, second, third, after);
            return at(lane, ByteSet.ANY, first, second, third);
        }

        private static void enter(int[] table, ByteSet first, ByteSet second, int bit) {
            for (int low = 0; low < 256; low++) {
                for (int high = 0; high < 256; high++) {
                    if (first.has(low) && second.has(high)) {
                        table[low | high << 8] |= bit;
                    }
                }
            }
        }

        Sieve build() {
            return new Sieve(pairs.clone(), thirds.clone());
        }
    }
}

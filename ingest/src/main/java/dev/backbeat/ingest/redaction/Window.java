package dev.backbeat.ingest.redaction;

/// The stretch of a buffer that is being redacted. Reading outside of it gives a line feed.
final class Window {

    private static final byte MASK = '*';

    private final byte[] buffer;
    private final int from;
    private final int to;
    private long looks;
    private int[] searched = new int[0];

    Window(byte[] buffer, int from, int to) {
        this.buffer = buffer;
        this.from = from;
        this.to = to;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /// How far a user's pattern has been tried.
    int searched(int pattern) {
        return pattern < searched.length ? searched[pattern] : from;
    }

    void searched(int pattern, int until) {
        if (pattern >= searched.length) {
            int known = searched.length;
            searched = java.util.Arrays.copyOf(searched, pattern + 1);
            java.util.Arrays.fill(searched, known, pattern + 1, from);
        }
        searched[pattern] = until;
    }

    /// How many bytes the finders have looked at: the work that hostile text could blow up.
    long looks() {
        return looks;
    }

    byte at(int index) {
        looks++;
        return index >= from && index < to ? buffer[index] : (byte) '\n';
    }

    boolean has(ByteSet set, int index) {
        return set.has(at(index));
    }

    /// Whether the text at `index` is this one, which is in lower case where `ignoringCase`.
    boolean matches(int index, byte[] expected, boolean ignoringCase) {
        if (index < from || index + expected.length > to) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            byte actual = buffer[index + i];
            if (actual != expected[i] && !(ignoringCase && lower(actual) == expected[i])) {
                return false;
            }
        }
        return true;
    }

    /// The end of the stretch of members from `index`, at most `limit` bytes on.
    int skip(ByteSet set, int index, int limit) {
        int end = (int) Math.min(to, (long) index + limit);
        int i = index;
        while (i < end && set.has(buffer[i])) {
            i++;
        }
        looks += i - index;
        return i;
    }

    /// The end of the stretch of members from `index`.
    int skip(ByteSet set, int index) {
        return skip(set, index, Integer.MAX_VALUE);
    }

    /// The start of the stretch of members that ends before `index`, at most `limit` bytes back.
    int skipBack(ByteSet set, int index, int limit) {
        int start = Math.max(from, index - limit);
        int i = index;
        while (i > start && set.has(buffer[i - 1])) {
            i--;
        }
        looks += index - i;
        return i;
    }

    boolean any(ByteSet set, int start, int end) {
        looks += end - start;
        for (int i = start; i < end; i++) {
            if (set.has(buffer[i])) {
                return true;
            }
        }
        return false;
    }

    /// Masks `[start, end)` but for line breaks; gives 1, or 0 when there was nothing left to mask.
    int mask(int start, int end) {
        int changed = 0;
        looks += end - start;
        for (int i = start; i < end; i++) {
            byte b = buffer[i];
            if (b != MASK && b != '\n' && b != '\r') {
                buffer[i] = MASK;
                changed = 1;
            }
        }
        return changed;
    }

    /// The same bytes as text of one character a byte.
    String latin(int start, int end) {
        return new String(buffer, start, end - start, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }
}

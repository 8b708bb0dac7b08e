package dev.backbeat.ingest.matching;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One string for many occurrences of the same bytes: a direct-mapped cache, so it never grows and a
/// collision costs no more than a new string.
final class Texts {

    private static final int SLOTS = 1 << 13;
    private static final int LONGEST_SHARED_BYTES = 96;

    private final byte[][] keys = new byte[SLOTS][];
    private final @Nullable String[] values = new String[SLOTS];

    String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST_SHARED_BYTES) {
            return new String(bytes, from, length, StandardCharsets.UTF_8);
        }
        int hash = length;
        for (int at = from; at < to; at++) {
            hash = hash * 31 + bytes[at];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        byte[] key = keys[slot];
        String value = values[slot];
        if (key != null && value != null && Arrays.equals(key, 0, key.length, bytes, from, to)) {
            return value;
        }
        String made = new String(bytes, from, length, StandardCharsets.UTF_8);
        keys[slot] = Arrays.copyOfRange(bytes, from, to);
        values[slot] = made;
        return made;
    }
}

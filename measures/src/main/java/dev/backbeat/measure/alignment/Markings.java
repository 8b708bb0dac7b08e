package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// The markings that were met, numbered from 0: a byte for each place, one marking behind the other.
final class Markings {
    private final int places;
    private byte[] tokens;
    private int[] table = new int[1024];
    private int size;

    Markings(int places) {
        this.places = places;
        this.tokens = new byte[Math.max(1, places) * 64];
        Arrays.fill(table, -1);
    }

    int size() {
        return size;
    }

    /// Copies a marking.
    void copy(int marking, byte[] into) {
        System.arraycopy(tokens, marking * places, into, 0, places);
    }

    /// Whether a marking holds all that is taken from it.
    boolean holds(int marking, int[] takes) {
        int from = marking * places;
        for (int i = 0; i < takes.length; i += 2) {
            if (tokens[from + takes[i]] < takes[i + 1]) {
                return false;
            }
        }
        return true;
    }

    /// The number of a marking, a new one where it was never met.
    int number(byte[] marking) {
        int slot = slot(marking);
        if (table[slot] >= 0) {
            return table[slot];
        }
        if ((size + 1) * places > tokens.length) {
            tokens = Arrays.copyOf(tokens, tokens.length * 2);
        }
        System.arraycopy(marking, 0, tokens, size * places, places);
        table[slot] = size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(byte[] marking) {
        int mask = table.length - 1;
        int slot = spread(Arrays.hashCode(marking)) & mask;
        while (table[slot] >= 0 && !isAt(table[slot], marking)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private boolean isAt(int number, byte[] marking) {
        int from = number * places;
        return Arrays.equals(tokens, from, from + places, marking, 0, places);
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        byte[] marking = new byte[places];
        for (int number = 0; number < size; number++) {
            copy(number, marking);
            table[slot(marking)] = number;
        }
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ mixed >>> 15;
    }
}

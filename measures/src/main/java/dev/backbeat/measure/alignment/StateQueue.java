package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// Numbers by key, the least first; of equal keys the one that was added last.
final class StateQueue {
    private long[] keys = new long[256];
    private long[] turns = new long[256];
    private int[] values = new int[256];
    private int size;
    private long turn;

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
        turn = 0;
    }

    /// The key of the first.
    long key() {
        return keys[0];
    }

    void add(long key, int value) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            turns = Arrays.copyOf(turns, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        long mine = ++turn;
        int at = size++;
        while (at > 0 && isBefore(key, mine, at - 1 >> 1)) {
            move(at - 1 >> 1, at);
            at = at - 1 >> 1;
        }
        put(at, key, mine, value);
    }

    int removeFirst() {
        int first = values[0];
        int last = --size;
        long key = keys[last];
        long mine = turns[last];
        int at = 0;
        while (at * 2 + 1 < last) {
            int child = at * 2 + 1;
            if (child + 1 < last && isBefore(keys[child + 1], turns[child + 1], child)) {
                child++;
            }
            if (isBefore(key, mine, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        put(at, key, mine, values[last]);
        return first;
    }

    private boolean isBefore(long key, long mine, int other) {
        return key < keys[other] || key == keys[other] && mine > turns[other];
    }

    private void move(int from, int to) {
        keys[to] = keys[from];
        turns[to] = turns[from];
        values[to] = values[from];
    }

    private void put(int at, long key, long mine, int value) {
        keys[at] = key;
        turns[at] = mine;
        values[at] = value;
    }
}

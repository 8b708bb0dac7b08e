package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// A list of numbers that grows.
final class Ints {
    private int[] values = new int[64];
    private int size;

    int size() {
        return size;
    }

    int at(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    int removeLast() {
        return values[--size];
    }

    void clear() {
        size = 0;
    }
}

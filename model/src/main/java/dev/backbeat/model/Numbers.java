package dev.backbeat.model;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Whole numbers in order: a column of an exhibit that has too many of them to be objects. Never changes.
public final class Numbers {

    private static final int FIRST_SIZE = 16;

    private final long[] values;

    private Numbers(long[] values) {
        this.values = values;
    }

    /// These numbers.
    public static Numbers of(long... values) {
        return new Numbers(values.clone());
    }

    /// These numbers.
    public static Numbers of(LongStream values) {
        return new Numbers(values.toArray());
    }

    /// How many there are.
    public int size() {
        return values.length;
    }

    /// One of them.
    ///
    /// @param index from 0
    public long at(int index) {
        return values[index];
    }

    /// One of them that is small.
    ///
    /// @throws ArithmeticException when it is not
    public int intAt(int index) {
        return Math.toIntExact(values[index]);
    }

    /// All of them.
    public LongStream stream() {
        return Arrays.stream(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Numbers numbers && Arrays.equals(values, numbers.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }

    /// Collects numbers.
    public static final class Builder {

        private long[] values = new long[FIRST_SIZE];
        private int size;

        /// Starts with none.
        public Builder() {}

        /// Adds one.
        public Builder add(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
            return this;
        }

        /// How many were added.
        public int size() {
            return size;
        }

        /// Those that were added so far.
        public Numbers build() {
            return new Numbers(Arrays.copyOf(values, size));
        }
    }
}

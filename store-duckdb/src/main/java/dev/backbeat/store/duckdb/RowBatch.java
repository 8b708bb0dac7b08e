package dev.backbeat.store.duckdb;

import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Time;
import dev.backbeat.store.duckdb.Column.Kind;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Collects rows of one table, column by column: one call per column, in the table's order, then [#end].
/// A full batch is handed to the transaction as a whole, which costs DuckDB a fraction of appending row
/// by row. For one thread.
final class RowBatch {

    /// What a number that is absent looks like while it waits.
    static final long ABSENT = Long.MIN_VALUE;

    private static final int FIRST_CAPACITY = 1_024;
    private static final int CAPACITY = 32 * FIRST_CAPACITY;

    /// The ticks, from coarse to fine: logs of milliseconds with durations of tenths, microseconds,
    /// nanoseconds.
    private static final long[] TICKS = {100_000, 1_000, 1};

    private final Table table;
    private final Column[] columns;
    private final long[][] numbers;
    private final byte[][] @Nullable [] texts;
    private final Words words;
    private final Handover handover;
    private int capacity = FIRST_CAPACITY;
    private int size;
    private int next;
    private int tick;
    private int round;

    /// @param handover called when the batch is full or flushed; it empties the batch
    RowBatch(Table table, int round, Words words, Handover handover) {
        this.table = table;
        this.round = round;
        this.words = words;
        this.handover = handover;
        columns = table.columns().toArray(Column[]::new);
        numbers = new long[columns.length][];
        texts = new byte[columns.length][] @Nullable [];
        for (int index = 0; index < columns.length; index++) {
            if (columns[index].kind() == Kind.TEXT) {
                texts[index] = new byte[capacity] @Nullable [];
            } else {
                numbers[index] = new long[capacity];
            }
        }
    }

    /// A whole number.
    RowBatch number(long value) {
        numbers[next++][size] = value;
        return this;
    }

    /// Where a fact begins and ends.
    RowBatch places(Origin start, Origin end) {
        return number(start.offset()).number(end.offset() - start.offset());
    }

    /// An execution's identity or nothing.
    RowBatch execution(@Nullable ExecutionId id) {
        return number(id == null ? ABSENT : id.value());
    }

    /// A small whole number, nothing when it is -1.
    RowBatch count(int value) {
        return number(value == -1 ? ABSENT : value);
    }

    /// A time or a duration, nothing when it is unknown.
    RowBatch nanos(long value) {
        return number(Time.isKnown(value) ? value : ABSENT);
    }

    /// A recurring text or nothing.
    RowBatch word(@Nullable String text) throws SQLException {
        return number(text == null ? ABSENT : words.numberOf(text));
    }

    /// A text of its own or nothing.
    RowBatch text(@Nullable String text) {
        texts[next++][size] = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    /// A constant of an enum.
    RowBatch code(Enum<?> constant) {
        return number(constant.ordinal());
    }

    /// Ends the row.
    void end() throws SQLException {
        if (next != columns.length) {
            throw new IllegalStateException("a row of " + columns.length + " columns got " + next);
        }
        next = 0;
        size++;
        if (size == CAPACITY) {
            flush();
        } else if (size == capacity) {
            grow();
        }
    }

    /// Hands the rows to the transaction.
    void flush() throws SQLException {
        if (size > 0) {
            settleTick();
            handover.insert(this);
            size = 0;
        }
    }

    Table table() {
        return table;
    }

    int size() {
        return size;
    }

    /// The numbers of a column; only the first [#size] count.
    long[] numbers(int column) {
        return numbers[column];
    }

    /// The texts of a column as UTF-8; only the first [#size] count.
    byte[] @Nullable [] texts(int column) {
        return texts[column];
    }

    /// In which round its rows are written; see [Rounds]. What waits is handed on first.
    void round(int next) throws SQLException {
        flush();
        round = next;
    }

    int round() {
        return round;
    }

    /// How many nanoseconds one count of the rows' times is.
    long nanosPerTick() {
        return TICKS[tick];
    }

    /// Makes the tick fine enough for these rows. It never becomes coarser again: neighbours of one tick
    /// compress best.
    private void settleTick() {
        for (int index = 0; index < columns.length; index++) {
            if (columns[index].kind() == Kind.NANOS) {
                for (int row = 0; row < size; row++) {
                    long value = numbers[index][row];
                    while (value != ABSENT && value % TICKS[tick] != 0) {
                        tick++;
                    }
                }
            }
        }
    }

    private void grow() {
        capacity *= 2;
        for (int index = 0; index < columns.length; index++) {
            if (columns[index].kind() == Kind.TEXT) {
                texts[index] = Arrays.copyOf(texts[index], capacity);
            } else {
                numbers[index] = Arrays.copyOf(numbers[index], capacity);
            }
        }
    }

    /// Where full batches go.
    @FunctionalInterface
    interface Handover {
        /// Inserts all rows of the batch.
        void insert(RowBatch batch) throws SQLException;
    }
}

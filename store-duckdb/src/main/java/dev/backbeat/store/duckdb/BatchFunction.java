package dev.backbeat.store.duckdb;

import dev.backbeat.store.duckdb.Column.Kind;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/// Lets SQL read a [RowBatch]: `INSERT INTO … SELECT * FROM backbeat_batch(number)`. DuckDB's own appender
/// plans an insertion for every 2048 rows, which took half of the time of writing.
final class BatchFunction implements DuckDBTableFunction<RowBatch, BatchFunction.Cursor, Object> {

    private static final String NAME = "backbeat_batch";

    private final Map<Long, RowBatch> batches = new ConcurrentHashMap<>();
    private final AtomicLong next = new AtomicLong();

    private BatchFunction() {}

    /// Makes the function known to a database.
    static BatchFunction register(DuckDBConnection connection) throws SQLException {
        BatchFunction function = new BatchFunction();
        DuckDBFunctions.tableFunction()
                .withName(NAME)
                .withParameter(Long.class)
                .withFunction(function)
                .register(connection);
        return function;
    }

    /// Inserts all rows of a batch, within the transaction of the connection.
    void insert(DuckDBConnection connection, RowBatch batch) throws SQLException {
        long number = next.getAndIncrement();
        batches.put(number, batch);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "INSERT INTO raw." + batch.table().name() + " SELECT * FROM " + NAME + "(" + number + ")");
        } finally {
            batches.remove(number);
        }
    }

    @Override
    public RowBatch bind(DuckDBTableFunctionBindInfo info) {
        RowBatch batch = batches.get(info.getParameter(0).getLong());
        if (batch == null) {
            throw new IllegalArgumentException("there is no such batch");
        }
        for (Column column : batch.table().columns()) {
            info.addResultColumn(column.name(), type(column.kind()));
        }
        if (batch.table().ticks()) {
            info.addResultColumn(Table.TICK, DuckDBColumnType.BIGINT);
        }
        if (batch.table().rounds()) {
            info.addResultColumn(Table.ROUND, DuckDBColumnType.INTEGER);
        }
        info.setCardinality(batch.size(), true);
        return batch;
    }

    @Override
    public Cursor init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return new Cursor();
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter chunk) {
        RowBatch batch = info.getBindData();
        Cursor cursor = info.getInitData();
        int rows = (int) Math.min(chunk.capacity(), batch.size() - cursor.position);
        int index = 0;
        for (Column column : batch.table().columns()) {
            DuckDBWritableVector vector = chunk.vector(index);
            if (column.kind() == Kind.TEXT) {
                vector.setStringUtf8Batch(
                        0, Arrays.copyOfRange(batch.texts(index), cursor.position, cursor.position + rows));
            } else {
                long[] numbers = batch.numbers(index);
                switch (column.kind()) {
                    case LONG, DISTANCE -> longs(vector, numbers, cursor.position, rows);
                    case NANOS -> ticks(vector, numbers, cursor.position, rows, batch.nanosPerTick());
                    case ID_OR_NONE -> ticks(vector, numbers, cursor.position, rows, 1);
                    case INT, WORD, KIND, CODE -> ints(vector, numbers, cursor.position, rows);
                    case TEXT -> throw new IllegalStateException("a text is no number");
                }
            }
            index++;
        }
        if (batch.table().ticks()) {
            DuckDBWritableVector vector = chunk.vector(index);
            for (int row = 0; row < rows; row++) {
                vector.setLong(row, batch.nanosPerTick());
            }
            index++;
        }
        if (batch.table().rounds()) {
            DuckDBWritableVector vector = chunk.vector(index);
            for (int row = 0; row < rows; row++) {
                vector.setInt(row, batch.round());
            }
        }
        cursor.position += rows;
        return rows;
    }

    private static void longs(DuckDBWritableVector vector, long[] numbers, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            vector.setLong(row, numbers[from + row]);
        }
    }

    private static void ticks(DuckDBWritableVector vector, long[] numbers, int from, int rows, long nanosPerTick) {
        for (int row = 0; row < rows; row++) {
            long value = numbers[from + row];
            if (value == RowBatch.ABSENT) {
                vector.setNull(row);
            } else {
                vector.setLong(row, value / nanosPerTick);
            }
        }
    }

    private static void ints(DuckDBWritableVector vector, long[] numbers, int from, int rows) {
        for (int row = 0; row < rows; row++) {
            long value = numbers[from + row];
            if (value == RowBatch.ABSENT) {
                vector.setNull(row);
            } else {
                vector.setInt(row, (int) value);
            }
        }
    }

    private static DuckDBColumnType type(Kind kind) {
        return switch (kind) {
            case LONG, DISTANCE, ID_OR_NONE, NANOS -> DuckDBColumnType.BIGINT;
            case INT, WORD, KIND, CODE -> DuckDBColumnType.INTEGER;
            case TEXT -> DuckDBColumnType.VARCHAR;
        };
    }

    /// How far one reading of a batch has come.
    static final class Cursor {
        private int position;
    }
}

package dev.backbeat.store.duckdb;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.lang.reflect.RecordComponent;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// A small table with a column for each component of a record, for what is written seldom and as a whole.
///
/// @param name with its schema
record RecordTable<R extends Record>(String name, Class<R> type) {

    private static final int ROWS_AT_ONCE = 100;

    String definition() {
        return "CREATE TABLE " + name
                + Arrays.stream(type.getRecordComponents())
                        .map(component -> column(component.getName()) + " " + sqlType(component))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /// Replaces all rows.
    void replace(DuckDBConnection connection, List<R> rows) throws SQLException {
        Database.execute(connection, "DELETE FROM " + name);
        RecordComponent[] components = type.getRecordComponents();
        String marks = "(?" + ", ?".repeat(components.length - 1) + ")";
        // A batch of JDBC would begin a transaction of its own within the current one.
        int whole = rows.size() - rows.size() % ROWS_AT_ONCE;
        insert(connection, rows.subList(0, whole), ROWS_AT_ONCE, marks);
        insert(connection, rows.subList(whole, rows.size()), rows.size() - whole, marks);
    }

    /// Planning a statement costs more than filling it, so all batches of one size share one.
    private void insert(DuckDBConnection connection, List<R> rows, int atOnce, String marks) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "INSERT INTO " + name + " VALUES " + marks + (", " + marks).repeat(atOnce - 1);
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int from = 0; from < rows.size(); from += atOnce) {
                int parameter = 1;
                for (R row : rows.subList(from, from + atOnce)) {
                    for (RecordComponent component : type.getRecordComponents()) {
                        insert.setObject(parameter++, value(component, row));
                    }
                }
                insert.executeUpdate();
            }
        }
    }

    private static Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "`" + component + "` can't be read")
                    .causedBy(e);
        }
    }

    /// `sequenceId` is `sequence_id`.
    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String sqlType(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class) {
            return "INTEGER";
        }
        if (type == long.class) {
            return "BIGINT";
        }
        return type == boolean.class ? "BOOLEAN" : "VARCHAR";
    }
}

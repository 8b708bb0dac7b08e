package dev.backbeat.store.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Numbers recurring combinations of texts and small numbers for one writer. What is remembered is
/// bounded; a combination that was forgotten gets a second number, which costs a row and nothing else.
final class Kinds {

    private static final int LONGEST_REMEMBERED = 1_000;
    private static final int MOST_REMEMBERED = 1 << 16;

    private final Table table;
    private final Map<List<@Nullable Object>, Integer> numbers = new HashMap<>();
    private final RowBatch rows;
    private int next;

    /// Remembers the kinds that the store has.
    ///
    /// @param handover where new ones go
    Kinds(DuckDBConnection connection, Table table, Words words, RowBatch.Handover handover) throws SQLException {
        this.table = table;
        String number = table.columns().getFirst().name();
        String known = "SELECT * FROM facts." + table.name() + " ORDER BY " + number + " LIMIT " + MOST_REMEMBERED;
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(known)) {
                while (row.next()) {
                    remember(row);
                }
            }
            String last = "SELECT COALESCE(max(" + number + "), -1) + 1 FROM raw." + table.name();
            try (ResultSet row = statement.executeQuery(last)) {
                row.next();
                next = row.getInt(1);
            }
        }
        rows = new RowBatch(table, 0, words, handover);
    }

    private void remember(ResultSet row) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[table.columns().size() - 1];
        for (int i = 0; i < values.length; i++) {
            boolean word = table.columns().get(i + 1).kind() == Column.Kind.WORD;
            int number = word ? 0 : row.getInt(i + 2);
            values[i] = word ? row.getString(i + 2) : (Object) (row.wasNull() ? -1 : number);
        }
        remember(Arrays.asList(values), row.getInt(1));
    }

    private void remember(List<@Nullable Object> values, int number) {
        for (Object value : values) {
            if (value instanceof String text && text.length() > LONGEST_REMEMBERED) {
                return;
            }
        }
        if (numbers.size() >= MOST_REMEMBERED) {
            numbers.clear();
        }
        numbers.put(values, number);
    }

    /// The number of a combination, a new one where it has none.
    ///
    /// @param values a text or nothing for each column of words, an `Integer` for each other one, in order
    int numberOf(@Nullable Object... values) throws SQLException {
        List<@Nullable Object> combination = Arrays.asList(values);
        Integer known = numbers.get(combination);
        if (known != null) {
            return known;
        }
        int number = next++;
        rows.count(number);
        for (Object value : values) {
            if (value instanceof Integer count) {
                rows.count(count);
            } else {
                rows.word((String) value);
            }
        }
        rows.end();
        remember(combination, number);
        return number;
    }

    /// Hands the new ones to the transaction.
    void flush() throws SQLException {
        rows.flush();
    }

    /// Removes the kinds that no fact uses any more.
    static void prune(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<Table, Table> kinds : Tables.KINDS.entrySet()) {
                String number = kinds.getKey().columns().getFirst().name();
                String name = "raw." + kinds.getKey().name();
                statement.executeUpdate("DELETE FROM " + name + " WHERE NOT EXISTS (SELECT 1 FROM raw."
                        + kinds.getValue().name() + " uses WHERE uses." + number + " = " + name + "." + number + ")");
            }
        }
    }
}

package dev.backbeat.store.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/// Numbers recurring texts for one writer. What is remembered is bounded; a text that was forgotten gets a
/// second number, which costs a row and nothing else.
final class Words {

    private static final int LONGEST_REMEMBERED = 1_000;
    private static final int MOST_REMEMBERED = 1 << 16;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final RowBatch rows;
    private int next;

    /// Remembers the texts that the store has.
    ///
    /// @param handover where new texts go
    Words(DuckDBConnection connection, RowBatch.Handover handover) throws SQLException {
        String known = "SELECT word, text FROM raw.texts WHERE length(text) <= " + LONGEST_REMEMBERED
                + " ORDER BY word LIMIT " + (MOST_REMEMBERED - 1);
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(known)) {
                while (row.next()) {
                    numbers.put(row.getString(2), row.getInt(1));
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT COALESCE(max(word), -1) + 1 FROM raw.texts")) {
                row.next();
                next = row.getInt(1);
            }
        }
        rows = new RowBatch(Tables.TEXTS, 0, this, handover);
    }

    /// The number of `text`, a new one where it has none.
    int numberOf(String text) throws SQLException {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = next++;
        rows.count(number).text(text).end();
        if (text.length() <= LONGEST_REMEMBERED) {
            if (numbers.size() >= MOST_REMEMBERED) {
                numbers.clear();
            }
            numbers.put(text, number);
        }
        return number;
    }

    /// Hands the new texts to the transaction.
    void flush() throws SQLException {
        rows.flush();
    }

    /// Removes the kinds and the texts that no fact uses any more.
    static void prune(Connection connection) throws SQLException {
        Kinds.prune(connection);
        String used = Tables.ALL.stream()
                .flatMap(table -> table.words().stream()
                        .map(column -> "SELECT " + column.name() + " AS word FROM raw." + table.name()))
                .collect(Collectors.joining(" UNION ALL "));
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM raw.texts WHERE NOT EXISTS (SELECT 1 FROM (SELECT DISTINCT word FROM ("
                    + used + ") every_use) uses WHERE uses.word = raw.texts.word)");
        }
    }
}

package dev.backbeat.store.duckdb;

import dev.backbeat.store.Row;
import dev.backbeat.store.StoredInput;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// Finds and removes what belongs to inputs and sessions, within the transaction of a connection.
final class Inputs {

    /// The words of people, which outlive the session's facts. [FactRows] writes the others.
    private static final String SAID_BY_PEOPLE = "source IN ('flag', 'relabel')";

    private Inputs() {}

    /// The finished inputs whose column has the value, in the order in which they were read.
    ///
    /// @param column `input` or `content_hash`
    static List<StoredInput> with(DuckDBConnection connection, String column, long value) throws SQLException {
        return query(connection, " WHERE " + column + " = " + value);
    }

    /// All finished inputs, in the order in which they were read.
    static List<StoredInput> all(DuckDBConnection connection) throws SQLException {
        return query(connection, "");
    }

    /// All sessions and the inputs that they were read from.
    static Map<Long, Integer> bySession(DuckDBConnection connection) throws SQLException {
        Map<Long, Integer> inputs = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT session_id, input FROM raw.sessions");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                inputs.put(row.getLong(1), row.getInt(2));
            }
        }
        return inputs;
    }

    /// Removes a session's facts. What people said of its build stays.
    static void removeSession(DuckDBConnection connection, long session) throws SQLException {
        for (Table table : Tables.ofSession()) {
            delete(connection, table, "session_id = ?", session);
        }
        delete(connection, Tables.SESSION_BUILDS, "NOT (" + SAID_BY_PEOPLE + ") AND session_id = ?", session);
    }

    /// Removes an input that no session is derived from any more.
    static void removeInput(DuckDBConnection connection, int input) throws SQLException {
        for (Table table : Tables.OF_INPUT) {
            delete(connection, table, "input = ?", input);
        }
    }

    /// Removes an input with everything that is derived from it.
    static void forget(DuckDBConnection connection, int input) throws SQLException {
        String derived = "session_id IN (SELECT session_id FROM raw.sessions WHERE input = ?)";
        for (Table table : Tables.ALL) {
            if (table.has("session_id") && !table.equals(Tables.SESSIONS)) {
                delete(connection, table, derived, input);
            }
        }
        delete(connection, Tables.SESSIONS, "input = ?", input);
        removeInput(connection, input);
        Words.prune(connection);
    }

    /// Adds the names of the handlers that were written in a round to the roll-up.
    static void rollUpHandlerNames(DuckDBConnection connection, Rounds rounds) throws SQLException {
        Database.execute(
                connection,
                "INSERT INTO raw.handler_names"
                        + " SELECT h.session_id, k.plugin, k.subscribed_sequence, k.event, k.handler, count(*), h.round"
                        + " FROM raw.handler_runs h"
                        + " JOIN raw.handler_kinds k ON k.handler_kind = h.handler_kind"
                        + " WHERE k.handler IS NOT NULL AND h." + rounds.written()
                        + " GROUP BY 1, 2, 3, 4, 5, 7 ORDER BY 1, 2, 3, 4, 5, 7");
    }

    private static List<StoredInput> query(DuckDBConnection connection, String where) throws SQLException {
        List<StoredInput> found = new ArrayList<>();
        String sql = "SELECT * FROM main.inputs" + where + " ORDER BY input";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet results = statement.executeQuery()) {
            Row row = new ResultRow(results);
            while (results.next()) {
                found.add(read(row));
            }
        }
        return found;
    }

    private static StoredInput read(Row row) {
        return new StoredInput(
                row.intAt("input"),
                row.textAt("name").orElse(""),
                row.textAt("format").orElse(""),
                row.longAt("content_hash"),
                row.longAt("bytes"),
                row.longAt("lines"),
                row.longAt("read_nanos"),
                row.textAt("journal").orElse(""),
                row.intAt("sessions"));
    }

    private static void delete(DuckDBConnection connection, Table table, String condition, long value)
            throws SQLException {
        String sql = "DELETE FROM raw." + table.name() + " WHERE " + condition;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            statement.executeUpdate();
        }
    }
}

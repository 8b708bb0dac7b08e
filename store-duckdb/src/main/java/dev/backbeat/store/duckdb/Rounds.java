package dev.backbeat.store.duckdb;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.duckdb.DuckDBConnection;

/// The rounds in which an input is written that grows, counted from 0. A row says the round that it was
/// written in; one that holds for a round only says [#PASSING], and the next round removes it. So what is
/// new in a round are the rows that say it or more, which the database finds without a look at those of
/// earlier ones.
///
/// @param input the number of the input
/// @param round the round that is being written
record Rounds(int input, int round) {

    /// What rows say that hold until the next round.
    static final int PASSING = Integer.MAX_VALUE;

    private static final String OF_INPUT = "session_id IN (SELECT session_id FROM raw.sessions WHERE input = %d)";

    /// The first round.
    static Rounds first(int input) {
        return new Rounds(input, 0);
    }

    /// The round after the last one of an input; what that one wrote as passing is removed, and its
    /// record.
    static Rounds next(DuckDBConnection connection, int input) throws SQLException {
        Rounds rounds = new Rounds(input, last(connection, input) + 1);
        for (Table table : Tables.ALL) {
            if (table.rounds() && !table.equals(Tables.SESSIONS)) {
                remove(connection, table, OF_INPUT.formatted(input));
            }
        }
        remove(connection, Tables.SESSIONS, "input = " + input);
        Inputs.removeInput(connection, input);
        return rounds;
    }

    private static int last(DuckDBConnection connection, int input) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT last_round FROM raw.inputs WHERE input = ?")) {
            statement.setInt(1, input);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getInt(1) : -1;
            }
        }
    }

    private static void remove(DuckDBConnection connection, Table table, String condition) throws SQLException {
        Database.execute(
                connection,
                "DELETE FROM raw." + table.name() + " WHERE " + Table.ROUND + " = " + PASSING + " AND " + condition);
    }

    /// Picks the rows that were written in this round, of any table whose rows belong to a session.
    String written() {
        String ofInput = OF_INPUT.formatted(input);
        return round == 0 ? ofInput : ofInput + " AND " + Table.ROUND + " >= " + round;
    }

    /// Picks the runs of the executions that were written in this round, of which some may have been
    /// written before.
    ///
    /// @return a condition on `execution_id`, `session_id` and `start_offset`
    String runs(DuckDBConnection connection) throws SQLException {
        if (round == 0) {
            return OF_INPUT.formatted(input);
        }
        // No run of an execution begins before it, so what lies before all of them need not be looked at.
        String first = "SELECT min(start_offset) FROM raw.executions WHERE " + written();
        OptionalLong offset = number(connection, first);
        return offset.isEmpty()
                ? "false"
                : "start_offset >= " + offset.getAsLong()
                        + " AND execution_id IN (SELECT execution_id FROM raw.executions WHERE " + written() + ")";
    }

    private static OptionalLong number(DuckDBConnection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            long value = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
        }
    }
}

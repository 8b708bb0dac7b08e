package dev.backbeat.store.duckdb;

import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.Outcome;
import java.sql.SQLException;
import org.duckdb.DuckDBConnection;

/// The roll-up of beat runs and handler runs in the rows of their executions: how many there are, and
/// what tells executions with other beats apart. It stands in the row of the execution, so it goes
/// wherever that goes.
final class ExecutionSums {

    /// A beat's mark is one number for its kind, whether it or a handler of it failed, and where in the
    /// execution it stands; that of a handler run is one for its kind and its beat. Both to the third
    /// power modulo 2^31 - 1: different sets of small numbers have the same sums, squares and cubes,
    /// such as 0, 4, 5 and 1, 2, 6. The products stay below 2^63.
    private static final String SQL = """
            UPDATE raw.executions AS e
            SET beat_runs = r.beat_runs, handler_runs = r.handler_runs, failed_handler_runs = r.failed_handler_runs,
                unended_handler_runs = r.unended_handler_runs, beat_sums = r.beat_sums,
                beat_squares = r.beat_squares, beat_cubes = r.beat_cubes, handler_sums = r.handler_sums,
                handler_squares = r.handler_squares
            FROM (
                SELECT execution_id, count(mark) AS beat_runs, count(outcome) AS handler_runs,
                    count(*) FILTER (WHERE outcome = {failed}) AS failed_handler_runs,
                    count(*) FILTER (WHERE outcome = {unended}) AS unended_handler_runs,
                    CAST(COALESCE(sum(mark), 0) AS BIGINT) AS beat_sums,
                    CAST(COALESCE(sum(mark * mark % 2147483647), 0) AS BIGINT) AS beat_squares,
                    CAST(COALESCE(sum(mark * mark % 2147483647 * mark % 2147483647), 0) AS BIGINT) AS beat_cubes,
                    CAST(COALESCE(sum(call), 0) AS BIGINT) AS handler_sums,
                    CAST(COALESCE(sum(call * call % 2147483647), 0) AS BIGINT) AS handler_squares
                FROM (
                    SELECT m.execution_id, NULL AS outcome, NULL AS call,
                        m.mark * m.mark % 2147483647 * m.mark % 2147483647 AS mark
                    FROM (
                        SELECT b.execution_id,
                            ((CAST(b.beat_kind AS BIGINT) * 2 + CASE
                                WHEN b.outcome = {failedBeat} OR f.execution_id IS NOT NULL THEN 1 ELSE 0
                            END) * 1009 + b.ordinal) % 2147483647 AS mark
                        FROM (SELECT * FROM raw.beat_runs WHERE {runs}) b
                        LEFT JOIN (
                            SELECT DISTINCT execution_id, beat
                            FROM raw.handler_runs
                            WHERE outcome = {failed} AND {runs}
                        ) f ON f.execution_id = b.execution_id AND f.beat = b.ordinal
                    ) m
                    UNION ALL
                    SELECT h.execution_id, h.outcome, h.call * h.call % 2147483647 * h.call % 2147483647 AS call,
                        NULL AS mark
                    FROM (
                        SELECT execution_id, outcome,
                            (CAST(handler_kind AS BIGINT) * 1009 + beat) % 2147483647 AS call
                        FROM raw.handler_runs
                        WHERE {runs}
                    ) h
                ) runs
                GROUP BY execution_id
            ) r
            WHERE r.execution_id = e.execution_id AND e.{written}
            """.replace("{failed}", String.valueOf(HandlerOutcome.FAILED.ordinal()))
            .replace("{unended}", String.valueOf(HandlerOutcome.NEVER_ENDED.ordinal()))
            .replace("{failedBeat}", String.valueOf(Outcome.FAILED.ordinal()));

    private ExecutionSums() {}

    /// Sums up the executions that were written in a round, whose runs all are in the tables.
    static void write(DuckDBConnection connection, Rounds rounds) throws SQLException {
        Database.execute(
                connection, SQL.replace("{runs}", rounds.runs(connection)).replace("{written}", rounds.written()));
    }
}

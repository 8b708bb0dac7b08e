package dev.backbeat.inspect;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.List;
import java.util.function.Function;

/// Asks for the runs of one handler.
final class HandlerRuns {

    private static final String RUNS = """
            (
                SELECT *
                FROM (
                    SELECT {key}, h.execution_id, h.session_id, h.ordinal, h.build, h.input, h.call_nanos, h.own_nanos,
                        h.outcome, h.start_offset, h.end_offset
                    FROM handler_runs h
                    JOIN executions e ON e.execution_id = h.execution_id
                    WHERE h.handler = ? OR h.handler IS NULL
                ) keyed
                WHERE plugin = ? AND sequence = ? AND handler = ?
            ) runs
            """.replace("{key}", HandlerStory.KEY);

    private HandlerRuns() {}

    /// Rows of a question that names its runs `{runs}`, once.
    static <T> List<T> rows(Store store, HandlerKey handler, String sql, Function<Row, T> read) {
        return store.rows(
                sql.replace("{runs}", RUNS),
                read::apply,
                handler.handler(),
                handler.plugin(),
                handler.sequence(),
                handler.handler());
    }
}

package dev.backbeat.inspect;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Scope;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.List;
import java.util.function.Function;

/// Asks for the runs of one handler.
final class HandlerRuns {

    private static final String RUNS = """
            (
                SELECT h.execution_id, h.ordinal, h.call_nanos, h.own_nanos, h.outcome
                FROM handler_times h
                WHERE h.handler_kind IN ({numbers}){scope}
            ) runs
            """;

    private HandlerRuns() {}

    /// Rows of a question that names its runs `{runs}`, once.
    ///
    /// @param scope in these executions
    static <T> List<T> rows(Store store, Scope scope, HandlerKey handler, String sql, Function<Row, T> read) {
        String runs = RUNS.replace("{numbers}", HandlerStory.kinds(store, List.of(handler)));
        return Within.of(scope, "h.execution_id").rows(store, sql.replace("{runs}", runs), read::apply);
    }
}

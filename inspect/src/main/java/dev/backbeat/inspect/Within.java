package dev.backbeat.inspect;

import dev.backbeat.model.Scope;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;

/// A condition that executions are in scope, for questions that have a place `{scope}` behind other conditions, once
/// or several times.
///
/// @param sql with ` AND ` in front; empty where all are
/// @param arguments its own, in order
record Within(String sql, List<Object> arguments) {

    private static final String PLACE = "{scope}";

    /// @param id what stands for the execution in the question
    static Within of(Scope scope, String id) {
        List<Object> arguments = new ArrayList<>();
        return new Within(ExecutionList.within(scope, id, arguments), arguments);
    }

    /// Asks a question; places are its only arguments.
    <T> List<T> rows(Store store, String question, Store.RowReader<T> read) {
        List<Object> all = new ArrayList<>();
        for (int at = question.indexOf(PLACE); at >= 0; at = question.indexOf(PLACE, at + 1)) {
            all.addAll(arguments);
        }
        return store.rows(question.replace(PLACE, sql), read, all.toArray());
    }
}

package dev.backbeat.app.ingest;

import dev.backbeat.model.SessionId;
import dev.backbeat.store.Store;

/// How many facts.
///
/// @param executions without those that never began
/// @param incomplete executions that began and were never reported as ended
/// @param errors without warnings
public record FactCounts(
        long sessions, long executions, long incomplete, long beatRuns, long handlerRuns, long errors) {

    /// None.
    public static final FactCounts NONE = new FactCounts(0, 0, 0, 0, 0, 0);

    private static final String SQL = """
            SELECT
                (SELECT count(*) FROM sessions WHERE session_id = ?) AS sessions,
                (SELECT count(*) FROM executions WHERE session_id = ? AND outcome <> 'never_started') AS executions,
                (SELECT count(*) FROM executions WHERE session_id = ? AND outcome = 'incomplete') AS incomplete,
                (SELECT count(*) FROM beat_runs WHERE session_id = ?) AS beat_runs,
                (SELECT count(*) FROM handler_runs WHERE session_id = ?) AS handler_runs,
                (SELECT count(*) FROM errors WHERE session_id = ? AND kind <> 'warning') AS errors
            """;

    /// What a store holds of a session.
    static FactCounts of(Store store, SessionId session) {
        Long id = session.value();
        return store.rows(
                        SQL,
                        row -> new FactCounts(
                                row.longAt("sessions"),
                                row.longAt("executions"),
                                row.longAt("incomplete"),
                                row.longAt("beat_runs"),
                                row.longAt("handler_runs"),
                                row.longAt("errors")),
                        id,
                        id,
                        id,
                        id,
                        id,
                        id)
                .getFirst();
    }

    /// Both together.
    public FactCounts plus(FactCounts other) {
        return new FactCounts(
                sessions + other.sessions,
                executions + other.executions,
                incomplete + other.incomplete,
                beatRuns + other.beatRuns,
                handlerRuns + other.handlerRuns,
                errors + other.errors);
    }

    /// What these are more than others; nothing where they are less.
    FactCounts beyond(FactCounts other) {
        return new FactCounts(
                Math.max(0, sessions - other.sessions),
                Math.max(0, executions - other.executions),
                Math.max(0, incomplete - other.incomplete),
                Math.max(0, beatRuns - other.beatRuns),
                Math.max(0, handlerRuns - other.handlerRuns),
                Math.max(0, errors - other.errors));
    }
}

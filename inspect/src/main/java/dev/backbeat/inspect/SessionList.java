package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;

/// The sessions of a store.
public final class SessionList {

    /// Looks which sessions are asked for, then counts what ran in these.
    private static final String SQL = """
            WITH page AS (
                SELECT s.session_id, s.input, s.build, s.build_source, s.conductor_version, s.start_nanos, s.end_nanos,
                    s.timed_messages
                FROM sessions s
                WHERE TRUE{sessions}
                ORDER BY s.start_nanos, s.session_id
                LIMIT {most} OFFSET {from}
            )
            SELECT s.session_id, s.input, s.build, s.build_source, s.conductor_version, s.start_nanos, s.end_nanos,
                s.timed_messages, i.name, COALESCE(e.executions, 0) AS executions, COALESCE(e.contradictions, 0) AS contradictions
            FROM page s
            JOIN inputs i ON i.input = s.input
            LEFT JOIN (
                SELECT session_id, count(*) AS executions,
                    count(CASE WHEN outcome = 'completed' AND failed_handler_runs + unended_handler_runs > 0
                        THEN 1 END) AS contradictions
                FROM execution_times
                WHERE outcome <> 'never_started' AND session_id IN (SELECT p.session_id FROM page p){executions}
                GROUP BY session_id
            ) e ON e.session_id = s.session_id
            ORDER BY s.start_nanos, s.session_id
            """;

    private SessionList() {}

    /// All of them, in the order of their beginnings.
    public static List<Exhibit> of(Store store) {
        return of(store, Scope.everything(), 0, Integer.MAX_VALUE);
    }

    /// Some of them in that order, and how many there are.
    ///
    /// @param scope of these sessions, or of those that ran such; what ran in them is counted within it
    /// @param from how many are passed over
    /// @param most how many
    public static List<Exhibit> of(Store store, Scope scope, int from, int most) {
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("session"),
                Exhibit.Column.number("input"),
                Exhibit.Column.text("build"),
                Exhibit.Column.text("said by"),
                Exhibit.Column.text("conductor"),
                Exhibit.Column.text("began"),
                Exhibit.Column.number("lasted"),
                Exhibit.Column.number("executions"),
                Exhibit.Column.number("contradictions"),
                Exhibit.Column.text("log"));
        List<Object> wanted = new ArrayList<>();
        String sessions = within(scope, wanted);
        List<Object> arguments = new ArrayList<>(wanted);
        String sql = SQL.replace("{most}", Integer.toString(most))
                .replace("{from}", Integer.toString(from))
                .replace("{sessions}", sessions)
                .replace("{executions}", ExecutionList.within(scope, "execution_id", arguments));
        List<List<Cell>> rows = store.rows(sql, SessionList::row, arguments.toArray());
        long all = from == 0 && rows.size() < most
                ? rows.size()
                : store.rows(
                                "SELECT count(*) AS n FROM sessions s WHERE TRUE" + sessions,
                                row -> row.longAt("n"),
                                wanted.toArray())
                        .getFirst();
        return List.of(new Exhibit.Table(
                "sessions", columns, rows, all, "the store is empty; read logs with `backbeat analyze <logs>`"));
    }

    /// A session that ran nothing is of its build all the same.
    private static String within(Scope scope, List<Object> arguments) {
        StringBuilder sql = new StringBuilder();
        ExecutionList.any(sql, arguments, "s.build = ?", scope.builds());
        ExecutionList.any(
                sql,
                arguments,
                "s.session_id = ?",
                scope.sessions().stream().map(SessionId::value).toList());
        Scope rest = new Scope(
                List.of(),
                scope.fromNanos(),
                scope.toNanos(),
                List.of(),
                scope.sequences(),
                scope.plugins(),
                scope.handlers());
        String ran = ExecutionList.within(rest, "e.execution_id", arguments);
        if (!ran.isEmpty()) {
            sql.append(" AND s.session_id IN (SELECT e.session_id FROM execution_times e WHERE TRUE")
                    .append(ran)
                    .append(')');
        }
        return sql.toString();
    }

    private static Cell executions(long count, SessionId session, String status) {
        Cell cell = Cell.count(count);
        return count == 0
                ? cell
                : cell.to(new Reference.ToExecutions(
                        ExecutionSet.ofSession(session).ended(status)));
    }

    private static List<Cell> row(Row row) {
        SessionId session = new SessionId(row.longAt("session_id"));
        int input = row.intAt("input");
        return List.of(
                Cell.code(session.toString()).to(new Reference.ToSession(session)),
                Cell.count(input).to(new Reference.ToInput(input)),
                Cells.code(row, "build"),
                Cells.text(row, "build_source"),
                Cells.code(row, "conductor_version"),
                Cell.instant(row.longAt("start_nanos")),
                // A single moment says nothing of how long.
                row.longAt("timed_messages") > 1 ? Cells.between(row, "start_nanos", "end_nanos") : Cell.unknown(),
                executions(row.longAt("executions"), session, ExecutionList.BEGUN),
                executions(row.longAt("contradictions"), session, ExecutionList.CONTRADICTION),
                Cell.code(row.textAt("name").orElse("?").replaceFirst("^.*[/\\\\]", ""))
                        .to(new Reference.ToInput(input)));
    }
}

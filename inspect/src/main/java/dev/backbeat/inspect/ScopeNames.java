package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.Store;
import java.util.List;

/// What can be named in a scope: builds, sequences, plugins and sessions, each with how much of it there is.
public final class ScopeNames {

    private static final int MOST = 500;

    private static final String BUILDS = """
            SELECT COALESCE(build, '') AS name, count(*) AS n, min(start_nanos) AS first_nanos,
                max(end_nanos) AS last_nanos
            FROM sessions GROUP BY COALESCE(build, '') ORDER BY max(end_nanos) DESC, COALESCE(build, '')
            """;
    private static final String SEQUENCES = """
            SELECT COALESCE(sequence_id, sequence_name, '?') AS id, COALESCE(max(sequence_name), '?') AS name,
                count(*) AS n
            FROM executions GROUP BY COALESCE(sequence_id, sequence_name, '?')
            ORDER BY count(*) DESC, COALESCE(sequence_id, sequence_name, '?')
            """;
    private static final String PLUGINS = """
            SELECT plugin AS name, sum(runs) AS n
            FROM handler_names WHERE plugin IS NOT NULL GROUP BY plugin ORDER BY sum(runs) DESC, plugin
            """;
    private static final String SESSIONS = """
            SELECT session_id, build, start_nanos, end_nanos
            FROM sessions ORDER BY start_nanos DESC, session_id
            """;

    private ScopeNames() {}

    /// A table of each.
    public static List<Exhibit> of(Store store) {
        return List.of(
                table(
                        "builds",
                        List.of("build", "sessions", "from", "to"),
                        store.rows(
                                BUILDS,
                                row -> List.of(
                                        Cells.code(row, "name"),
                                        Cell.count(row.longAt("n")),
                                        Cell.instant(row.longAt("first_nanos")),
                                        Cell.instant(row.longAt("last_nanos"))))),
                table(
                        "sequences",
                        List.of("sequence", "id", "executions"),
                        store.rows(
                                SEQUENCES,
                                row -> List.of(
                                        Cells.code(row, "name")
                                                .to(new Reference.ToSequence(
                                                        row.textAt("id").orElse("?"))),
                                        Cells.code(row, "id"),
                                        Cell.count(row.longAt("n"))))),
                table(
                        "plugins",
                        List.of("plugin", "handler runs"),
                        store.rows(PLUGINS, row -> List.of(Cells.code(row, "name"), Cell.count(row.longAt("n"))))),
                table("sessions", List.of("session", "build", "from", "to"), store.rows(SESSIONS, row -> {
                    SessionId session = new SessionId(row.longAt("session_id"));
                    return List.of(
                            Cell.code(session.toString()).to(new Reference.ToSession(session)),
                            Cells.code(row, "build"),
                            Cell.instant(row.longAt("start_nanos")),
                            Cell.instant(row.longAt("end_nanos")));
                })));
    }

    private static Exhibit table(String title, List<String> columns, List<List<Cell>> rows) {
        return new Exhibit.Table(
                title,
                columns.stream().map(Exhibit.Column::text).toList(),
                rows.stream().limit(MOST).toList(),
                rows.size(),
                "the store is empty; read logs with `backbeat analyze <logs>`");
    }
}

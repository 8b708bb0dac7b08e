package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Finds handlers, sequences, beats, topics, state keys, executions and sessions by a part of their name.
public final class Search {

    private static final String HANDLERS = """
            SELECT plugin, sequence, handler, max(n) AS n
            FROM (
                SELECT plugin, subscribed_sequence AS sequence, handler, sum(runs) AS n
                FROM handler_names
                WHERE plugin IS NOT NULL AND subscribed_sequence IS NOT NULL
                GROUP BY plugin, subscribed_sequence, handler
                UNION ALL
                SELECT plugin, sequence_id AS sequence, handler, 0 AS n FROM known_handlers
            ) handlers
            WHERE {like:handler} OR {like:plugin}
            GROUP BY plugin, sequence, handler
            ORDER BY CASE WHEN {like:handler} THEN 0 ELSE 1 END, max(n) DESC, handler, plugin, sequence
            """;

    private static final String SEQUENCES = """
            SELECT id, max(name) AS name, sum(n) AS n
            FROM (
                SELECT COALESCE(sequence_id, sequence_name, '?') AS id, sequence_name AS name, count(*) AS n
                FROM executions GROUP BY 1, 2
                UNION ALL
                SELECT DISTINCT sequence_id AS id, sequence_name AS name, 0 AS n FROM documented_beats
            ) sequences
            WHERE {like:name} OR {like:id}
            GROUP BY id
            ORDER BY sum(n) DESC, id
            """;

    private static final String BEATS = """
            SELECT event, max(title) AS title, COALESCE(sequence, '?') AS id
            FROM beat_kinds
            WHERE {like:event} OR {like:title}
            GROUP BY event, COALESCE(sequence, '?')
            ORDER BY event, COALESCE(sequence, '?')
            """;

    private static final String KEYS = """
            SELECT k.plugin, k.sequence, k.handler, c.state_key, count(*) AS n
            FROM state_changes c
            JOIN handler_times h ON h.execution_id = c.execution_id AND h.ordinal = c.handler_run
            JOIN ({kinds}) k ON k.handler_kind = h.handler_kind
            WHERE {like:c.state_key}
            GROUP BY 1, 2, 3, c.state_key
            ORDER BY count(*) DESC, c.state_key, 3, 2
            """.replace("{kinds}", HandlerStory.KINDS);

    private static final String TOPICS = """
            SELECT t.topic, e.execution_id, t.n
            FROM (
                SELECT topic, max(execution_id) AS execution_id, count(*) AS n
                FROM topic_events
                WHERE {like:topic}
                GROUP BY topic
            ) t
            LEFT JOIN executions e ON e.execution_id = t.execution_id
            ORDER BY t.n DESC, t.topic
            """;

    private static final String EXECUTIONS = """
            SELECT execution_id, request_id, sequence_name
            FROM executions
            WHERE {like:request_id}
            ORDER BY start_nanos DESC, execution_id
            """;

    private final Store store;
    private final String text;
    private final int most;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Search(Store store, String text, int most) {
        this.store = store;
        this.text = text;
        this.most = most;
    }

    /// What has the text in its name, in either case.
    ///
    /// @param most how many of each kind at most
    public static List<Exhibit> of(Store store, String text, int most) {
        Search search = new Search(store, text.strip(), most);
        if (!search.text.isEmpty()) {
            search.byId();
            search.byName();
        }
        return List.of(Exhibit.Table.of(
                "found",
                List.of(
                        Exhibit.Column.text("kind"),
                        Exhibit.Column.text("name"),
                        Exhibit.Column.text("of"),
                        Exhibit.Column.number("times")),
                search.rows,
                "nothing has that in its name"));
    }

    private void byId() {
        if (!text.matches("[0-9a-fA-F]{16}")) {
            return;
        }
        String id = text.toLowerCase(Locale.ROOT);
        ExecutionId execution = new ExecutionId(Long.parseUnsignedLong(id, 16));
        rows.addAll(store.rows(
                "SELECT sequence_name FROM executions WHERE execution_id = ?",
                row -> List.of(
                        Cell.text("execution"),
                        Cell.code(id).to(new Reference.ToExecution(execution)),
                        Cells.code(row, "sequence_name"),
                        Cell.unknown()),
                execution.value()));
        SessionId session = new SessionId(Long.parseUnsignedLong(id, 16));
        rows.addAll(store.rows(
                "SELECT build FROM sessions WHERE session_id = ?",
                row -> List.of(
                        Cell.text("session"),
                        Cell.code(id).to(new Reference.ToSession(session)),
                        Cells.code(row, "build"),
                        Cell.unknown()),
                session.value()));
    }

    private void byName() {
        find("handler", HANDLERS, row -> found(key(row), key(row).handler(), key(row).plugin(), row));
        find("sequence", SEQUENCES, row -> {
            String id = row.textAt("id").orElse("?");
            return List.of(
                    Cell.code(row.textAt("name").orElse(id)).to(new Reference.ToSequence(id)),
                    Cell.code(id),
                    Cell.count(row.longAt("n")));
        });
        find(
                "beat",
                BEATS,
                row -> List.of(
                        Cell.code(row.textAt("event")
                                        .or(() -> row.textAt("title"))
                                        .orElse("?"))
                                .to(new Reference.ToSequence(row.textAt("id").orElse("?"))),
                        Cells.code(row, "id"),
                        Cell.unknown()));
        find("state key", KEYS, row -> found(key(row), row.textAt("state_key").orElse("?"), key(row).handler(), row));
        find("topic", TOPICS, row -> {
            Cell name = Cells.code(row, "topic");
            long execution = row.longAt("execution_id");
            boolean known = row.textAt("execution_id").isPresent();
            return List.of(
                    known ? name.to(new Reference.ToExecution(new ExecutionId(execution))) : name,
                    Cell.text(known ? "last execution with it" : ""),
                    Cell.count(row.longAt("n")));
        });
        find(
                "execution",
                EXECUTIONS,
                row -> List.of(
                        Cells.code(row, "request_id")
                                .to(new Reference.ToExecution(new ExecutionId(row.longAt("execution_id")))),
                        Cells.code(row, "sequence_name"),
                        Cell.unknown()));
    }

    private static List<Cell> found(HandlerKey handler, String name, String of, Row row) {
        return List.of(
                Cell.code(name).to(new Reference.ToHandler(handler)), Cell.code(of), Cell.count(row.longAt("n")));
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence").orElse("?"),
                row.textAt("handler").orElse("?"));
    }

    private void find(String kind, String sql, Function<Row, List<Cell>> read) {
        String asked = sql.replaceAll("\\{like:([a-z_.]+)}", "strpos(lower($1), lower(?)) > 0");
        int places = asked.split("\\?\\)", -1).length - 1;
        store.rows(
                        asked + " LIMIT " + most,
                        row -> {
                            List<Cell> cells = new ArrayList<>(List.of(Cell.text(kind)));
                            cells.addAll(read.apply(row));
                            return cells;
                        },
                        Collections.nCopies(places, text).toArray())
                .forEach(rows::add);
    }
}

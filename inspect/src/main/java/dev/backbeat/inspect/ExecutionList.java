package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The executions of a store.
public final class ExecutionList {

    /// As the log reports it, else between the lines that report its start and its end.
    private static final String TOOK = "COALESCE(reported_nanos, end_nanos - start_nanos)";

    private static final String COLUMNS = "SELECT execution_id, input, sequence_name, sequence_id, build, start_nanos, "
            + TOOK + " AS took_nanos," + " status, beat_runs, handler_runs, start_offset FROM executions WHERE TRUE";

    private static final String HANDLED = "execution_id IN (SELECT h.execution_id FROM handler_times h WHERE"
            + " h.handler_kind IN (SELECT k.handler_kind FROM handler_kinds k WHERE lower(k.%s) = lower(?)))";

    private static final String SEQUENCE = "lower(sequence_name) = lower(?) OR lower(sequence_id) = lower(?)";

    /// What did the same has as many beats and the same sums of their powers, as `execution_times` says.
    private static final String LIKE = " AND execution_id IN (SELECT e.execution_id FROM execution_times e"
            + " JOIN session_builds s ON s.session_id = e.session_id"
            + " JOIN (SELECT x.sequence_kind, x.outcome, x.beat_runs, x.beat_sums, x.beat_squares, x.beat_cubes,"
            + " t.build, t.commit FROM execution_times x JOIN session_builds t ON t.session_id = x.session_id"
            + " WHERE x.execution_id IN (%s)) y ON y.sequence_kind = e.sequence_kind AND y.outcome = e.outcome"
            + " AND y.beat_runs = e.beat_runs AND y.beat_sums = e.beat_sums AND y.beat_squares = e.beat_squares"
            + " AND y.beat_cubes = e.beat_cubes AND y.build IS NOT DISTINCT FROM s.build"
            + " AND y.commit IS NOT DISTINCT FROM s.commit)";

    /// Which executions.
    ///
    /// @param which what they have in common; names in either case
    /// @param scope further of these
    /// @param offset how many are passed over
    /// @param limit how many at most
    /// @param order which of them come first
    public record Filter(ExecutionSet which, Scope scope, int offset, int limit, Order order) {}

    /// Which executions come first.
    public enum Order {
        /// Those that began first.
        OLDEST("start_nanos, input, start_offset"),
        /// Those that began last.
        NEWEST("start_nanos DESC, input DESC, start_offset DESC"),
        /// Those that took longest, as far as they ended.
        SLOWEST("COALESCE(" + TOOK + ", -1) DESC, start_nanos, input, start_offset");

        private final String sql;

        Order(String sql) {
            this.sql = sql;
        }
    }

    /// Reported as completed, yet a handler run failed or never ended.
    public static final String CONTRADICTION = "contradiction";

    /// All that did not stay in the queue.
    public static final String BEGUN = "begun";

    /// What the view calls the statuses of executions.
    ///
    /// Two more stand for several of them.
    public static final List<String> STATUSES = Stream.concat(
                    Arrays.stream(Outcome.values())
                            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT)),
                    Stream.of("completed_with_failures", "completed_with_unended_handlers", CONTRADICTION, BEGUN))
            .toList();

    /// What the views call the outcomes of handler runs.
    public static final List<String> HANDLER_OUTCOMES = Arrays.stream(HandlerOutcome.values())
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT))
            .toList();

    private ExecutionList() {}

    /// Those that the filter lets through, in its order.
    public static List<Exhibit> of(Store store, RawLines rawLines, Filter filter) {
        List<Object> arguments = new ArrayList<>();
        StringBuilder sql = new StringBuilder(COLUMNS).append(conditions(filter, arguments));
        long total = store.rows(
                        "SELECT count(*) AS executions FROM (" + sql + ") x",
                        row -> row.longAt("executions"),
                        arguments.toArray())
                .getFirst();
        sql.append(" ORDER BY ").append(filter.order().sql).append(" OFFSET ").append(filter.offset());
        sql.append(" LIMIT ").append(filter.limit());
        List<List<Cell>> rows = store.rows(sql.toString(), row -> row(row, rawLines), arguments.toArray());
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("execution"),
                Exhibit.Column.text("sequence"),
                Exhibit.Column.text("build"),
                Exhibit.Column.text("began"),
                Exhibit.Column.number("took"),
                Exhibit.Column.number("beats"),
                Exhibit.Column.number("handlers"),
                Exhibit.Column.text("status"),
                Exhibit.Column.text("where"));
        return List.of(new Exhibit.Table(
                "executions",
                columns,
                rows,
                total,
                "no execution is like that; `backbeat sessions` shows what there is"));
    }

    /// What the filter demands of rows of the view `executions`, each part with ` AND ` in front.
    static String conditions(Filter filter, List<Object> arguments) {
        StringBuilder sql = new StringBuilder();
        ExecutionSet which = filter.which();
        one(sql, arguments, SEQUENCE, which.sequence());
        one(sql, arguments, "build = ?", which.build());
        SessionId session = which.session();
        one(sql, arguments, "session_id = ?", session == null ? null : session.value());
        status(sql, arguments, which.status());
        handled(which, sql, arguments);
        if (!which.like().isEmpty()) {
            sql.append(LIKE.formatted(
                    String.join(", ", Collections.nCopies(which.like().size(), "?"))));
            which.like().forEach(execution -> arguments.add(execution.value()));
        }
        scoped(filter.scope(), sql, arguments);
        return sql.toString();
    }

    private static void status(StringBuilder sql, List<Object> arguments, @Nullable String status) {
        if (CONTRADICTION.equals(status)) {
            sql.append(" AND contradiction");
        } else if (BEGUN.equals(status)) {
            sql.append(" AND outcome <> 'never_started'");
        } else {
            one(sql, arguments, "status = ?", status);
        }
    }

    /// That an execution is in scope, with ` AND ` in front; nothing where all are.
    ///
    /// @param id what its id stands in
    static String within(Scope scope, String id, List<Object> arguments) {
        StringBuilder sql = new StringBuilder();
        scoped(scope, sql, arguments);
        return sql.isEmpty() ? "" : " AND " + id + " IN (SELECT execution_id FROM executions WHERE TRUE" + sql + ")";
    }

    /// A run of the handler ended so. A part of its key that is empty may be anything.
    private static void handled(ExecutionSet which, StringBuilder sql, List<Object> arguments) {
        HandlerKey handler = which.handler();
        String outcome = which.handlerOutcome();
        if (handler == null && outcome == null) {
            return;
        }
        sql.append(" AND execution_id IN (SELECT h.execution_id FROM handler_times h WHERE TRUE");
        one(sql, arguments, "h.outcome = ?", outcome);
        if (handler != null) {
            sql.append(" AND h.handler_kind IN (SELECT k.handler_kind FROM (").append(HandlerStory.KINDS);
            sql.append(") k WHERE TRUE");
            one(sql, arguments, "lower(k.plugin) = lower(?)", said(handler.plugin()));
            one(sql, arguments, "lower(k.sequence) = lower(?)", said(handler.sequence()));
            one(sql, arguments, "lower(k.handler) = lower(?)", said(handler.handler()));
            sql.append(')');
        }
        sql.append(')');
    }

    private static @Nullable String said(String name) {
        return name.isEmpty() ? null : name;
    }

    private static void one(StringBuilder sql, List<Object> arguments, String condition, @Nullable Object value) {
        if (value != null) {
            any(sql, arguments, condition, List.of(value));
        }
    }

    private static void scoped(Scope scope, StringBuilder sql, List<Object> arguments) {
        any(sql, arguments, "build = ?", scope.builds());
        any(sql, arguments, SEQUENCE, scope.sequences());
        any(
                sql,
                arguments,
                "session_id = ?",
                scope.sessions().stream().map(SessionId::value).toList());
        any(sql, arguments, HANDLED.formatted("plugin"), scope.plugins());
        any(sql, arguments, HANDLED.formatted("handler"), scope.handlers());
        if (Time.isKnown(scope.fromNanos())) {
            sql.append(" AND start_nanos >= ?");
            arguments.add(scope.fromNanos());
        }
        if (Time.isKnown(scope.toNanos())) {
            sql.append(" AND start_nanos < ?");
            arguments.add(scope.toNanos());
        }
    }

    /// One of the values, each put into every place of the condition.
    static void any(StringBuilder sql, List<Object> arguments, String condition, List<?> values) {
        if (values.isEmpty()) {
            return;
        }
        sql.append(" AND (")
                .append(String.join(" OR ", Collections.nCopies(values.size(), condition)))
                .append(')');
        long places = condition.chars().filter(c -> c == '?').count();
        for (Object value : values) {
            arguments.addAll(Collections.nCopies(Math.toIntExact(places), value));
        }
    }

    private static Cell sequence(Row row) {
        Cell name = Cells.code(row, "sequence_name");
        return row.textAt("sequence_id")
                .or(() -> row.textAt("sequence_name"))
                .map(id -> name.to(new Reference.ToSequence(id)))
                .orElse(name);
    }

    private static List<Cell> row(Row row, RawLines rawLines) {
        ExecutionId id = new ExecutionId(row.longAt("execution_id"));
        return List.of(
                Cell.code(id.toString()).to(new Reference.ToExecution(id)),
                sequence(row),
                Cells.code(row, "build"),
                Cell.instant(row.longAt("start_nanos")),
                Cell.duration(row.longAt("took_nanos")),
                Cell.count(row.longAt("beat_runs")),
                Cell.count(row.longAt("handler_runs")),
                Cell.text(row.textAt("status").orElse("?").replace('_', ' ')),
                Cell.place(rawLines.place(new Origin(row.intAt("input"), row.longAt("start_offset")))));
    }
}

package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Scope;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is known of handlers from their runs: how often and how long, which ones failed or never ended,
/// which were the slowest. All handlers that are asked for cost three questions to the store.
public final class HandlerStory {

    private static final int SHOWN = 5;

    /// The kinds of handlers with what people call them, for a condition that follows.
    static final String KINDS = """
            SELECT k.handler_kind, COALESCE(k.plugin, '?') AS plugin,
                COALESCE(k.subscribed_sequence, k.sequence, '?') AS sequence,
                COALESCE(k.handler, 'a handler of ' || COALESCE(k.event, '?')) AS handler
            FROM handler_kinds k
            """;

    private static final String NOTHING = "NULL";

    /// Runs are counted by numbers, names are looked up for what is left.
    private static final String TALLIES = """
            SELECT k.plugin, k.sequence, k.handler, b.build, t.outcome, t.own_nanos,
                CAST(sum(t.runs) AS BIGINT) AS runs, CAST(sum(t.waited_nanos) AS BIGINT) AS waited_nanos,
                min(t.first_nanos) AS first_nanos, max(t.last_nanos) AS last_nanos
            FROM (
                SELECT h.handler_kind, s.build_number, h.outcome, h.own_nanos, count(*) AS runs,
                    sum(h.waited_nanos) AS waited_nanos, min(h.call_nanos) AS first_nanos,
                    max(h.call_nanos) AS last_nanos
                FROM handler_times h
                JOIN (
                    SELECT x.session_id, dense_rank() OVER (ORDER BY x.build) AS build_number
                    FROM session_builds x
                ) s ON s.session_id = h.session_id
                WHERE h.handler_kind IN ({numbers}){scope}
                GROUP BY h.handler_kind, s.build_number, h.outcome, h.own_nanos
            ) t
            JOIN ({kinds}) k ON k.handler_kind = t.handler_kind
            JOIN (
                SELECT DISTINCT x.build, dense_rank() OVER (ORDER BY x.build) AS build_number
                FROM session_builds x
            ) b ON b.build_number = t.build_number
            GROUP BY k.plugin, k.sequence, k.handler, b.build, t.outcome, t.own_nanos
            ORDER BY k.plugin, k.sequence, k.handler, t.own_nanos, b.build, t.outcome
            """;

    private static final String RUNS = """
            SELECT *
            FROM (
                SELECT k.plugin, k.sequence, k.handler, h.execution_id, s.build, s.input, h.call_nanos, h.own_nanos,
                    h.waited_nanos, h.outcome, h.start_offset, h.end_offset,
                    row_number() OVER (
                        PARTITION BY k.plugin, k.sequence, k.handler
                        ORDER BY {order}, s.input, h.start_offset
                    ) AS nth
                FROM handler_times h
                JOIN ({named}) k ON k.handler_kind = h.handler_kind
                JOIN session_builds s ON s.session_id = h.session_id
                WHERE h.handler_kind IN ({numbers}) AND {condition}{scope}
            ) ranked
            WHERE nth <= {shown}
            ORDER BY plugin, sequence, handler, COALESCE(own_nanos, -1) DESC, input, start_offset
            """;

    private static final String NAMED = "SELECT named.* FROM ({kinds}) named WHERE named.handler_kind IN ({numbers})";

    /// The named kinds with a time that few runs of the handler reach, but all that are shown.
    private static final String FLOORS = """
            SELECT c.handler_kind, c.plugin, c.sequence, c.handler, f.floor_nanos
            FROM (
                SELECT t.same, COALESCE(
                    max(CASE WHEN t.passed >= {shown} THEN t.own_nanos END), min(t.own_nanos)
                ) AS floor_nanos
                FROM (
                    SELECT r.same, r.own_nanos,
                        sum(r.runs) OVER (PARTITION BY r.same ORDER BY r.own_nanos DESC) AS passed
                    FROM (
                        SELECT x.same, h.own_nanos, count(*) AS runs
                        FROM handler_times h
                        JOIN ({same}) x ON x.handler_kind = h.handler_kind
                        WHERE h.handler_kind IN ({numbers}) AND h.own_nanos IS NOT NULL{scope}
                        GROUP BY x.same, h.own_nanos
                    ) r
                ) t
                GROUP BY t.same
            ) f
            JOIN ({same}) c ON c.same = f.same
            """.replace("{same}", """
            SELECT n.*, min(n.handler_kind) OVER (PARTITION BY n.plugin, n.sequence, n.handler) AS same
            FROM ({kinds}) n
            WHERE n.handler_kind IN ({numbers})
            """);

    private static final String SLOWEST = RUNS.replace("{named}", FLOORS)
            .replace("{order}", "h.own_nanos DESC")
            .replace("{condition}", "h.own_nanos >= k.floor_nanos");

    private static final String LATEST_BAD = RUNS.replace("{named}", NAMED)
            .replace("{order}", "h.call_nanos DESC")
            .replace("{condition}", "h.outcome IN ('failed', 'never_ended')");

    private final RawLines rawLines;
    private final Map<HandlerKey, HandlerTally> tallies = new LinkedHashMap<>();
    private final Map<HandlerKey, List<List<Cell>>> slowest = new HashMap<>();
    private final Map<HandlerKey, List<List<Cell>>> bad = new HashMap<>();

    private HandlerStory(RawLines rawLines) {
        this.rawLines = rawLines;
    }

    /// The stories of handlers, in no order; none of a handler that never ran.
    public static Map<HandlerKey, List<Exhibit>> of(Store store, RawLines rawLines, List<HandlerKey> handlers) {
        return of(store, rawLines, handlers, Scope.everything());
    }

    /// The same of their runs in some executions alone; none of a handler that did not run there.
    public static Map<HandlerKey, List<Exhibit>> of(
            Store store, RawLines rawLines, List<HandlerKey> handlers, Scope scope) {
        if (handlers.isEmpty()) {
            return Map.of();
        }
        Set<HandlerKey> wanted = Set.copyOf(handlers);
        HandlerStory stories = new HandlerStory(rawLines);
        String kinds = kinds(store, handlers);
        Within within = Within.of(scope, "h.execution_id");
        within.rows(store, sql(TALLIES, kinds), row -> stories.tally(wanted, row));
        within.rows(store, sql(SLOWEST, kinds), row -> stories.run(wanted, stories.slowest, row));
        within.rows(store, sql(LATEST_BAD, kinds), row -> stories.run(wanted, stories.bad, row));
        Map<HandlerKey, List<Exhibit>> found = new LinkedHashMap<>();
        stories.tallies.keySet().forEach(handler -> found.put(handler, stories.exhibits(handler)));
        return found;
    }

    /// Whether it ran at all.
    public static boolean knows(Store store, HandlerKey handler) {
        return !kinds(store, List.of(handler)).equals(NOTHING);
    }

    /// Of a handler that ran elsewhere alone.
    public static Exhibit silent() {
        return new Exhibit.Summary("", List.of(fact("runs in what was asked", Cell.count(0))));
    }

    private static String sql(String template, String kinds) {
        return template.replace("{kinds}", KINDS)
                .replace("{numbers}", kinds)
                .replace("{shown}", Integer.toString(SHOWN));
    }

    /// The numbers of the kinds of handlers, as a list of SQL. Runs are found by numbers that the question says much
    /// faster than by those that a question within it finds.
    static String kinds(Store store, List<HandlerKey> handlers) {
        Set<HandlerKey> wanted = Set.copyOf(handlers);
        List<String> numbers = new ArrayList<>();
        store.rows(KINDS, row -> wanted.contains(key(row)) && numbers.add(Integer.toString(row.intAt("handler_kind"))));
        return numbers.isEmpty() ? NOTHING : String.join(", ", numbers);
    }

    private static HandlerKey key(Row row) {
        return new HandlerKey(
                row.textAt("plugin").orElse("?"),
                row.textAt("sequence").orElse("?"),
                row.textAt("handler").orElse("?"));
    }

    private boolean tally(Set<HandlerKey> wanted, Row row) {
        HandlerKey handler = key(row);
        if (wanted.contains(handler)) {
            tallies.computeIfAbsent(handler, known -> new HandlerTally()).add(row);
        }
        return true;
    }

    private boolean run(Set<HandlerKey> wanted, Map<HandlerKey, List<List<Cell>>> found, Row row) {
        HandlerKey handler = key(row);
        return wanted.contains(handler)
                && found.computeIfAbsent(handler, known -> new ArrayList<>()).add(cells(row));
    }

    private List<Cell> cells(Row row) {
        ExecutionId execution = new ExecutionId(row.longAt("execution_id"));
        String outcome = row.textAt("outcome").orElse("?");
        long offset = row.longAt(outcome.equals("failed") ? "end_offset" : "start_offset");
        long waited = row.longAt("waited_nanos");
        return List.of(
                Cell.code(execution.toString()).to(new Reference.ToExecution(execution)),
                Cells.code(row, "build"),
                Cell.instant(row.longAt("call_nanos")),
                waited == 0 ? Cell.text("") : Cell.duration(waited),
                Cell.duration(row.longAt("own_nanos")),
                Cell.text(outcome.replace('_', ' ')),
                Cell.place(rawLines.place(new Origin(row.intAt("input"), offset))));
    }

    private List<Exhibit> exhibits(HandlerKey handler) {
        HandlerTally tally = tallies.getOrDefault(handler, new HandlerTally());
        List<Exhibit> exhibits = new ArrayList<>();
        exhibits.add(new Exhibit.Summary("", facts(handler, tally)));
        if (tally.builds() > 1) {
            exhibits.add(tally.byBuild(ExecutionSet.ofHandler(handler)));
        }
        exhibits.add(new Exhibit.Table(
                "runs that failed or never ended, the last first",
                columns(),
                bad.getOrDefault(handler, List.of()),
                tally.bad(),
                "each of its %,d runs ended, and none failed".formatted(tally.runs())));
        exhibits.add(new Exhibit.Table(
                "slowest runs",
                columns(),
                slowest.getOrDefault(handler, List.of()),
                tally.timed(),
                "the log gives no time of any of its runs"));
        return exhibits;
    }

    private static List<Exhibit.Summary.Fact> facts(HandlerKey handler, HandlerTally tally) {
        Cell sequence = Cell.code(handler.sequence()).to(new Reference.ToSequence(handler.sequence()));
        ExecutionSet all = ExecutionSet.ofHandler(handler);
        return List.of(
                fact("plugin", Cell.code(handler.plugin())),
                fact("sequence", sequence),
                fact("runs", Cell.count(tally.runs()).to(new Reference.ToExecutions(all))),
                fact("failed", HandlerTally.ended(tally.of("failed"), all, "failed")),
                fact("never ended", HandlerTally.ended(tally.of("never_ended"), all, "never_ended")),
                fact("own time", Cell.duration(tally.ownNanos())),
                fact("p50", Cell.duration(tally.percentile(50))),
                fact("p95", Cell.duration(tally.percentile(95))),
                fact("max", Cell.duration(tally.percentile(100))),
                fact("waited for others", Cell.duration(tally.waitedNanos())),
                fact("first called", Cell.instant(tally.firstNanos())),
                fact("last called", Cell.instant(tally.lastNanos())));
    }

    private static Exhibit.Summary.Fact fact(String label, Cell cell) {
        return new Exhibit.Summary.Fact(label, cell);
    }

    private static List<Exhibit.Column> columns() {
        return List.of(
                Exhibit.Column.text("execution"),
                Exhibit.Column.text("build"),
                Exhibit.Column.text("called"),
                Exhibit.Column.number("waited"),
                Exhibit.Column.number("own time"),
                Exhibit.Column.text("outcome"),
                Exhibit.Column.text("where"));
    }
}

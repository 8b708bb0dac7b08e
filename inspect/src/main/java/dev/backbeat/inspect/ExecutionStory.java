package dev.backbeat.inspect;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.Cell;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Time;
import dev.backbeat.store.RawLines;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// One execution: its beats, their handler runs, what these waited for, changed and broke, in order.
public final class ExecutionStory {

    private static final String BEATS = "SELECT execution_id, ordinal, number, title, event, start_nanos, start_offset,"
            + " outcome, COALESCE(reported_nanos, rounded_nanos) AS nanos FROM beat_runs"
            + " WHERE execution_id IN (%s) ORDER BY ordinal";
    private static final String HANDLERS = "SELECT execution_id, ordinal, beat, plugin, handler, event, call_nanos,"
            + " waited_nanos, own_nanos, outcome, tie, start_offset FROM handler_runs"
            + " WHERE execution_id IN (%s) ORDER BY ordinal";
    private static final String CHANGES = "SELECT execution_id, handler_run, state_key, kind, preview, time_nanos,"
            + " start_offset FROM state_changes WHERE execution_id IN (%s) ORDER BY start_offset, kind, state_key";
    private static final String ERRORS = "SELECT execution_id, beat, handler_run, kind, message, time_nanos,"
            + " start_offset FROM errors WHERE execution_id IN (%s) ORDER BY start_offset";

    private record Step(int beat, int handlerRun, List<Cell> cells) {}

    private final RawLines rawLines;
    private final ExecutionId id;
    private final Exhibit summary;
    private final int input;
    private final long startNanos;
    private final List<Step> beats = new ArrayList<>();
    private final List<Step> handlers = new ArrayList<>();
    private final List<Step> details = new ArrayList<>();

    private ExecutionStory(RawLines rawLines, Row execution) {
        this.rawLines = rawLines;
        this.id = new ExecutionId(execution.longAt("execution_id"));
        this.summary = summary(execution, rawLines);
        this.input = execution.intAt("input");
        this.startNanos = execution.longAt("start_nanos");
    }

    /// The execution with an id or a request id.
    ///
    /// @throws BackbeatException `NOT_FOUND` when there is none
    public static List<Exhibit> of(Store store, RawLines rawLines, String said) {
        boolean hash = said.matches("[0-9a-f]{16}");
        List<ExecutionStory> found = store.rows(
                "SELECT * FROM executions WHERE " + (hash ? "execution_id = ?" : "request_id = ?"),
                row -> new ExecutionStory(rawLines, row),
                hash ? (Object) ExecutionId.parse(said).value() : said);
        if (found.isEmpty()) {
            throw BackbeatException.withHint(
                    ErrorCode.NOT_FOUND,
                    "there is no execution `%s`".formatted(said),
                    "`backbeat executions` lists their ids");
        }
        List<ExecutionStory> first = List.of(found.getFirst());
        read(store, first);
        return first.getFirst().exhibits();
    }

    /// The executions with these ids, as far as there are any: together they cost as many questions to
    /// the store as one.
    public static Map<ExecutionId, List<Exhibit>> of(Store store, RawLines rawLines, List<ExecutionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<ExecutionStory> found = store.rows(
                "SELECT * FROM executions WHERE execution_id IN (%s)".formatted(places(ids.size())),
                row -> new ExecutionStory(rawLines, row),
                ids.stream().map(ExecutionId::value).toArray());
        read(store, found);
        return found.stream().collect(Collectors.toMap(story -> story.id, ExecutionStory::exhibits));
    }

    private static void read(Store store, List<ExecutionStory> stories) {
        Map<Long, ExecutionStory> byId = new HashMap<>();
        stories.forEach(story -> byId.put(story.id.value(), story));
        if (byId.isEmpty()) {
            return;
        }
        read(store, BEATS, byId, (story, row) -> story.beats.add(story.beat(row)));
        read(store, HANDLERS, byId, (story, row) -> story.handlers.add(story.handler(row)));
        read(store, CHANGES, byId, (story, row) -> story.details.add(story.change(row)));
        read(store, ERRORS, byId, (story, row) -> story.details.add(story.error(row)));
    }

    private static void read(
            Store store, String sql, Map<Long, ExecutionStory> byId, BiConsumer<ExecutionStory, Row> each) {
        store.rows(
                sql.formatted(places(byId.size())),
                row -> {
                    ExecutionStory story = byId.get(row.longAt("execution_id"));
                    if (story != null) {
                        each.accept(story, row);
                    }
                    return Boolean.TRUE;
                },
                byId.keySet().toArray());
    }

    private static String places(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private List<Exhibit> exhibits() {
        return List.of(summary, steps());
    }

    private static Exhibit summary(Row row, RawLines rawLines) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        ExecutionId id = new ExecutionId(row.longAt("execution_id"));
        facts.add(fact("execution", Cell.code(id.toString()).to(new Reference.ToExecution(id))));
        facts.add(fact("request", Cells.code(row, "request_id")));
        facts.add(fact("sequence id", Cells.code(row, "sequence_id")));
        facts.add(fact("plugin", Cells.code(row, "plugin")));
        facts.add(fact("build", Cells.code(row, "build")));
        facts.add(fact("status", Cell.text(row.textAt("status").orElse("?").replace('_', ' '))));
        facts.add(fact("began", Cell.instant(row.longAt("start_nanos"))));
        facts.add(fact("in queue", Cells.between(row, "queued_nanos", "start_nanos")));
        facts.add(fact("took", Cell.duration(row.longAt("reported_nanos"))));
        facts.add(fact("caused by topic", Cells.code(row, "cause_topic")));
        facts.add(
                fact("where", Cell.place(rawLines.place(new Origin(row.intAt("input"), row.longAt("start_offset"))))));
        return new Exhibit.Summary(row.textAt("sequence_name").orElse("?"), facts);
    }

    private static Exhibit.Summary.Fact fact(String label, Cell cell) {
        return new Exhibit.Summary.Fact(label, cell);
    }

    private Exhibit steps() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Step beat : beats) {
            rows.add(beat.cells());
            for (Step handler : handlers) {
                if (handler.beat() == beat.beat()) {
                    rows.add(handler.cells());
                    add(rows, details, step -> step.handlerRun() == handler.handlerRun());
                }
            }
            add(rows, details, step -> step.handlerRun() < 0 && step.beat() == beat.beat());
        }
        add(rows, details, step -> step.handlerRun() < 0 && step.beat() < 0);
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.number("after"),
                Exhibit.Column.text("what"),
                Exhibit.Column.number("waited"),
                Exhibit.Column.number("took"),
                Exhibit.Column.text("outcome"),
                Exhibit.Column.text("where"));
        return Exhibit.Table.of("what happened", columns, rows, "no beat of it was executed");
    }

    private static void add(List<List<Cell>> rows, List<Step> steps, Predicate<Step> which) {
        steps.stream().filter(which).map(Step::cells).forEach(rows::add);
    }

    private Step beat(Row row) {
        String number = row.intAt("number") < 0 ? "" : row.intAt("number") + " ";
        String name = row.textAt("title").or(() -> row.textAt("event")).orElse("?");
        return new Step(
                row.intAt("ordinal"),
                -1,
                cells(
                        row,
                        "start_nanos",
                        "beat " + number + name,
                        Cell.text(""),
                        Cell.duration(row.longAt("nanos")),
                        row.textAt("outcome").orElse("?")));
    }

    private Step handler(Row row) {
        String event = row.textAt("event").orElse("?");
        String name = row.textAt("handler").orElse("a handler of " + event);
        boolean ambiguous = row.textAt("tie").orElse("").equals("first_called");
        long waited = row.longAt("waited_nanos");
        return new Step(
                row.intAt("beat"),
                row.intAt("ordinal"),
                cells(
                        row,
                        "call_nanos",
                        "  " + row.textAt("plugin").orElse("?") + "." + name,
                        waited == 0 ? Cell.text("") : Cell.duration(waited),
                        Cell.duration(row.longAt("own_nanos")),
                        row.textAt("outcome").orElse("?") + (ambiguous ? " (ambiguous)" : "")));
    }

    private Step change(Row row) {
        String preview = row.textAt("preview").map(text -> " " + text).orElse("");
        String what = "    %s `%s`%s"
                .formatted(
                        row.textAt("kind").orElse("?"), row.textAt("state_key").orElse("?"), preview);
        return new Step(-1, row.intAt("handler_run"), cells(row, "time_nanos", what, Cell.text(""), Cell.text(""), ""));
    }

    private Step error(Row row) {
        String what = "    %s error: %s"
                .formatted(row.textAt("kind").orElse("?"), row.textAt("message").orElse("?"));
        return new Step(
                row.intAt("beat"),
                row.intAt("handler_run"),
                cells(row, "time_nanos", what, Cell.text(""), Cell.text(""), ""));
    }

    private List<Cell> cells(Row row, String time, String what, Cell waited, Cell took, String outcome) {
        Origin origin = new Origin(input, row.longAt("start_offset"));
        return List.of(
                Cell.duration(Time.between(startNanos, row.longAt(time))),
                Cell.code(what),
                waited,
                took,
                Cell.text(outcome.replace('_', ' ')),
                Cell.place(rawLines.place(origin)));
    }
}

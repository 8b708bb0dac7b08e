package dev.backbeat.inspect;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit.Summary.Fact;
import dev.backbeat.model.Exhibit.Timeline;
import dev.backbeat.model.Reference;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Executions with each of their beats, in the order in which they began.
public final class ExecutionSteps {

    private static final String CHOSEN =
            "SELECT execution_id, sequence_id, sequence_name, build, status, start_nanos, input,"
                    + " start_offset FROM executions WHERE TRUE";
    private static final String ORDERED = " ORDER BY start_nanos, input, start_offset LIMIT ";
    private static final String BEATS =
            "SELECT execution_id, ordinal, number, title, event, start_nanos, end_nanos, outcome"
                    + " FROM beat_runs WHERE execution_id IN (SELECT execution_id FROM (%s) x)"
                    + " ORDER BY execution_id, ordinal";
    private static final String HANDLERS = "SELECT execution_id, beat, plugin, handler, outcome FROM handler_runs"
            + " WHERE execution_id IN (SELECT execution_id FROM (%s) x) ORDER BY execution_id, beat, ordinal";

    private record Beat(long execution, int ordinal) {}

    private ExecutionSteps() {}

    /// Those that the filter lets through.
    public static Timeline of(Store store, ExecutionList.Filter filter) {
        List<Object> arguments = new ArrayList<>();
        String all = CHOSEN + ExecutionList.conditions(filter, arguments);
        String chosen = all + ORDERED + filter.limit();
        Object[] given = arguments.toArray();
        long total = store.rows(
                        "SELECT count(*) AS executions FROM (" + all + ") x", row -> row.longAt("executions"), given)
                .getFirst();
        Map<Beat, List<Fact>> handlers = new HashMap<>();
        store.rows(
                HANDLERS.formatted(chosen),
                row -> handlers.computeIfAbsent(
                                new Beat(row.longAt("execution_id"), row.intAt("beat")), key -> new ArrayList<>())
                        .addAll(handler(row)),
                given);
        Map<Long, List<Timeline.Step>> steps = new HashMap<>();
        store.rows(
                BEATS.formatted(chosen),
                row -> steps.computeIfAbsent(row.longAt("execution_id"), key -> new ArrayList<>())
                        .add(step(row, handlers)),
                given);
        List<Timeline.Track> tracks = store.rows(chosen, row -> track(row, steps), given);
        return new Timeline(
                "executions, beat by beat",
                tracks,
                total,
                "no execution is like that; `backbeat sessions` shows what there is");
    }

    private static Timeline.Track track(Row row, Map<Long, List<Timeline.Step>> steps) {
        ExecutionId id = new ExecutionId(row.longAt("execution_id"));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("sequence", Cells.code(row, "sequence_name")));
        row.textAt("sequence_id").ifPresent(sequence -> facts.add(new Fact("sequence id", Cell.code(sequence))));
        row.textAt("build").ifPresent(build -> facts.add(new Fact("build", Cell.code(build))));
        facts.add(new Fact("status", Cell.text(row.textAt("status").orElse("?").replace('_', ' '))));
        return new Timeline.Track(
                Cell.code(id.toString()).to(new Reference.ToExecution(id)),
                facts,
                steps.getOrDefault(id.value(), List.of()));
    }

    private static Timeline.Step step(Row row, Map<Beat, List<Fact>> handlers) {
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact("outcome", Cell.text(row.textAt("outcome").orElse("?").replace('_', ' '))));
        row.textAt("event").ifPresent(event -> facts.add(new Fact("event", Cell.code(event))));
        if (row.textAt("number").isPresent()) {
            facts.add(new Fact("number", Cell.count(row.intAt("number"))));
        }
        facts.addAll(handlers.getOrDefault(new Beat(row.longAt("execution_id"), row.intAt("ordinal")), List.of()));
        String name = row.textAt("title").or(() -> row.textAt("event")).orElse("?");
        return new Timeline.Step(Cell.code(name), row.longAt("start_nanos"), row.longAt("end_nanos"), facts);
    }

    private static List<Fact> handler(Row row) {
        List<Fact> facts = new ArrayList<>();
        row.textAt("handler")
                .ifPresent(name -> facts.add(new Fact(
                        "handler",
                        Cell.code(
                                row.textAt("plugin").map(plugin -> plugin + ".").orElse("") + name))));
        row.textAt("outcome")
                .ifPresent(outcome -> facts.add(new Fact("handler outcome", Cell.text(outcome.replace('_', ' ')))));
        return facts;
    }
}

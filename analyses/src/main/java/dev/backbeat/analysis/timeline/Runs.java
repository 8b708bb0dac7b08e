package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import dev.backbeat.store.Row;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads executions with all that ran in them.
final class Runs {

    private static final String UNNAMED = "?";

    private final Map<Long, List<Run.Movement>> movements = new HashMap<>();
    private final Map<Long, List<Run.Beat>> beats = new HashMap<>();
    private final Map<Long, List<Run.Call>> calls = new HashMap<>();
    private final Map<Long, List<Run.Moment>> moments = new HashMap<>();
    private final Map<Long, Run> runs = new LinkedHashMap<>();

    private Runs() {}

    /// Executions by their ids, those that began first first.
    static Map<Long, Run> read(Evidence evidence, Collection<Long> ids) {
        Runs all = new Runs();
        if (!ids.isEmpty()) {
            String values = ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
            all.ask(evidence, "movements.sql", values, all::movement);
            all.ask(evidence, "beats.sql", values, all::beat);
            all.ask(evidence, "handlers.sql", values, all::call);
            all.ask(evidence, "marks.sql", values, all::moment);
            all.ask(evidence, "runs.sql", values, all::run);
        }
        return all.runs;
    }

    private void ask(Evidence evidence, String file, String values, Store.RowReader<Boolean> reader) {
        evidence.rows(Queries.load(Runs.class, file).replace("{values}", values), reader);
    }

    private static <T> boolean add(Map<Long, List<T>> to, Row row, T fact) {
        return to.computeIfAbsent(row.longAt("execution_id"), id -> new ArrayList<>())
                .add(fact);
    }

    private boolean movement(Row row) {
        return add(
                movements,
                row,
                new Run.Movement(
                        row.intAt("ordinal"),
                        row.textAt("name").orElse(UNNAMED),
                        row.longAt("start_nanos"),
                        row.longAt("end_nanos"),
                        row.textAt("outcome").orElse("").equals("failed"),
                        row.longAt("start_offset")));
    }

    private boolean beat(Row row) {
        String event = row.textAt("event").orElse(UNNAMED);
        long start = row.longAt("start_nanos");
        long reported = row.longAt("reported_nanos");
        long end = row.longAt("end_nanos");
        boolean known = Time.isKnown(end) || !Time.isKnown(start) || !Time.isKnown(reported);
        return add(
                beats,
                row,
                new Run.Beat(
                        row.intAt("ordinal"),
                        ordinal(row, "parent"),
                        ordinal(row, "movement"),
                        ordinal(row, "number"),
                        row.textAt("title").orElse(event),
                        event,
                        start,
                        known ? end : start + reported,
                        row.textAt("outcome").orElse(""),
                        row.longAt("start_offset")));
    }

    /// A small number that may be absent.
    private static int ordinal(Row row, String column) {
        long value = row.longAt(column);
        return Time.isKnown(value) ? (int) value : -1;
    }

    private boolean call(Row row) {
        String event = row.textAt("event").orElse(UNNAMED);
        String plugin = row.textAt("plugin").orElse("");
        String name = row.textAt("handler").orElse("");
        long own = row.longAt("own_nanos");
        long nested = row.longAt("nested_nanos");
        long off = row.longAt("off_path_nanos");
        long path = Time.isKnown(own)
                ? own - (Time.isKnown(nested) ? nested : 0) - (Time.isKnown(off) ? off : 0)
                : Time.UNKNOWN;
        return add(
                calls,
                row,
                new Run.Call(
                        row.intAt("ordinal"),
                        row.intAt("beat"),
                        handler(row, plugin, name),
                        name.isEmpty() ? "a handler of " + event : name,
                        row.longAt("call_nanos"),
                        row.longAt("end_nanos"),
                        row.longAt("waited_nanos"),
                        own,
                        path,
                        row.textAt("outcome").orElse(""),
                        row.textAt("tie").orElse("").equals("first_called"),
                        row.longAt("start_offset")));
    }

    private static @Nullable HandlerKey handler(Row row, String plugin, String name) {
        return name.isEmpty()
                ? null
                : new HandlerKey(plugin, row.textAt("subscribed_sequence").orElse(""), name);
    }

    private boolean moment(Row row) {
        return add(
                moments,
                row,
                new Run.Moment(
                        row.intAt("kind"),
                        row.textAt("name").orElse(UNNAMED),
                        row.longAt("time_nanos"),
                        row.longAt("start_offset")));
    }

    private boolean run(Row row) {
        long id = row.longAt("execution_id");
        long handler = row.longAt("handler_nanos");
        long inBeat = row.longAt("in_beat_nanos");
        long between = row.longAt("between_nanos");
        String sequence = row.textAt("sequence_id").orElse("");
        runs.put(
                id,
                new Run(
                        id,
                        row.longAt("session_id"),
                        row.intAt("input"),
                        sequence,
                        row.textAt("sequence_name").orElse(sequence.isEmpty() ? UNNAMED : sequence),
                        row.longAt("queued_nanos"),
                        row.longAt("start_nanos"),
                        row.longAt("end_nanos"),
                        Time.isKnown(handler) ? handler + inBeat + between : Time.UNKNOWN,
                        new Run.Division(handler, inBeat, between),
                        row.longAt("after_end_nanos"),
                        row.textAt("outcome").orElse(""),
                        row.longAt("start_offset"),
                        row.longAt("session_end_nanos"),
                        movements.getOrDefault(id, List.of()),
                        beats.getOrDefault(id, List.of()),
                        calls.getOrDefault(id, List.of()),
                        moments.getOrDefault(id, List.of())));
        return true;
    }
}

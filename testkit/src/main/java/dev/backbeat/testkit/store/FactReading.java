package dev.backbeat.testkit.store;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.model.TopicEvent;
import dev.backbeat.store.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns rows of the documented views back into facts. A handler that the log does not name comes back with
/// the name that the view gives it.
public final class FactReading {

    private FactReading() {}

    /// A row of `executions`.
    public static Execution execution(Row row) {
        return new Execution(
                new ExecutionId(row.longAt("execution_id")),
                session(row),
                row.intAt("ordinal"),
                text(row, "request_id"),
                someText(row, "sequence_name"),
                text(row, "sequence_id"),
                text(row, "plugin"),
                row.longAt("queued_nanos"),
                row.longAt("start_nanos"),
                row.longAt("end_nanos"),
                row.longAt("reported_nanos"),
                constant(Outcome.class, row, "outcome"),
                text(row, "cause_topic"),
                executionOrNothing(row, "cause_execution_id"),
                origin(row, "start_offset"),
                origin(row, "end_offset"),
                new TimeDivision(
                        row.longAt("queue_wait_nanos"),
                        row.longAt("handler_nanos"),
                        row.longAt("in_beat_nanos"),
                        row.longAt("between_nanos"),
                        row.longAt("after_end_nanos")));
    }

    /// A row of `movement_runs`.
    public static MovementRun movementRun(Row row) {
        return new MovementRun(
                new ExecutionId(row.longAt("execution_id")),
                session(row),
                row.intAt("ordinal"),
                someText(row, "name"),
                row.intAt("beats"),
                row.longAt("start_nanos"),
                row.longAt("end_nanos"),
                row.longAt("reported_nanos"),
                constant(Outcome.class, row, "outcome"),
                origin(row, "start_offset"),
                origin(row, "end_offset"));
    }

    /// A row of `beat_runs`.
    public static BeatRun beatRun(Row row) {
        return new BeatRun(
                new ExecutionId(row.longAt("execution_id")),
                session(row),
                someText(row, "sequence"),
                row.intAt("ordinal"),
                row.intAt("parent"),
                row.intAt("movement"),
                row.intAt("number"),
                row.intAt("position"),
                row.intAt("attempt"),
                text(row, "title"),
                text(row, "event"),
                text(row, "timing"),
                row.longAt("start_nanos"),
                row.longAt("end_nanos"),
                row.longAt("reported_nanos"),
                row.longAt("rounded_nanos"),
                constant(Outcome.class, row, "outcome"),
                origin(row, "start_offset"),
                origin(row, "end_offset"));
    }

    /// A row of `handler_runs`.
    public static HandlerRun handlerRun(Row row) {
        return new HandlerRun(
                new ExecutionId(row.longAt("execution_id")),
                session(row),
                someText(row, "sequence"),
                row.intAt("ordinal"),
                row.intAt("beat"),
                row.intAt("subscriber"),
                text(row, "event"),
                text(row, "plugin"),
                text(row, "handler"),
                text(row, "subscribed_sequence"),
                row.longAt("call_nanos"),
                row.longAt("return_nanos"),
                row.longAt("end_nanos"),
                row.longAt("waited_nanos"),
                row.longAt("own_nanos"),
                row.longAt("nested_nanos"),
                row.longAt("off_path_nanos"),
                constant(HandlerOutcome.class, row, "outcome"),
                constant(Tie.class, row, "tie"),
                origin(row, "start_offset"),
                origin(row, "end_offset"));
    }

    /// A row of `state_changes`.
    public static StateChange stateChange(Row row) {
        return new StateChange(
                new ExecutionId(row.longAt("execution_id")),
                session(row),
                row.intAt("handler_run"),
                someText(row, "state_key"),
                constant(StateChange.Kind.class, row, "kind"),
                text(row, "preview"),
                row.longAt("time_nanos"),
                origin(row, "start_offset"));
    }

    /// A row of `errors`.
    public static ErrorFact error(Row row) {
        return new ErrorFact(
                session(row),
                executionOrNothing(row, "execution_id"),
                row.intAt("beat"),
                row.intAt("handler_run"),
                someText(row, "kind"),
                text(row, "plugin"),
                text(row, "handler"),
                someText(row, "message"),
                text(row, "stack"),
                row.longAt("time_nanos"),
                origin(row, "start_offset"));
    }

    /// A row of `topic_events`.
    public static TopicEvent topicEvent(Row row) {
        return new TopicEvent(
                session(row),
                constant(TopicEvent.Kind.class, row, "kind"),
                someText(row, "topic"),
                text(row, "plugin"),
                text(row, "sequence_id"),
                row.intAt("count"),
                executionOrNothing(row, "execution_id"),
                row.longAt("time_nanos"),
                origin(row, "start_offset"));
    }

    /// A row of `plugin_mounts`.
    public static PluginMount pluginMount(Row row) {
        return new PluginMount(
                session(row),
                row.intAt("ordinal"),
                someText(row, "plugin"),
                constant(Outcome.class, row, "outcome"),
                row.longAt("start_nanos"),
                row.longAt("end_nanos"),
                text(row, "reason"),
                origin(row, "start_offset"));
    }

    /// A row of `gaps`.
    public static Gap gap(Row row) {
        return new Gap(
                session(row),
                row.longAt("start_nanos"),
                row.longAt("end_nanos"),
                origin(row, "start_offset"),
                origin(row, "end_offset"),
                executionOrNothing(row, "execution_id"));
    }

    /// A row of `sequence_registrations`.
    public static SequenceRegistration sequenceRegistration(Row row) {
        return new SequenceRegistration(
                session(row),
                someText(row, "name"),
                someText(row, "sequence_id"),
                row.longAt("time_nanos"),
                origin(row, "start_offset"));
    }

    private static SessionId session(Row row) {
        return new SessionId(row.longAt("session_id"));
    }

    private static @Nullable ExecutionId executionOrNothing(Row row, String column) {
        long id = row.longAt(column);
        return Time.isKnown(id) ? new ExecutionId(id) : null;
    }

    private static Origin origin(Row row, String column) {
        return new Origin(row.intAt("input"), row.longAt(column));
    }

    private static @Nullable String text(Row row, String column) {
        return row.textAt(column).orElse(null);
    }

    private static String someText(Row row, String column) {
        return row.textAt(column).orElseThrow();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Row row, String column) {
        return Enum.valueOf(type, someText(row, column).toUpperCase(Locale.ROOT));
    }
}

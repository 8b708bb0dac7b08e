package dev.backbeat.testkit.store;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Event;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.LineClass;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.Rejected;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.model.TopicEvent;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts whose every value derives from how [Values] makes texts, times, numbers and constants.
///
/// @param input the number of the input that they are read from
/// @param session the session that they belong to
/// @param values how values are made
public record FactSamples(int input, SessionId session, Values values) {

    /// One fact of each kind, in an execution of its own.
    public void writeAll(InputWriter writer, ExecutionId execution) {
        writer.execution(execution(execution));
        writer.movementRun(movementRun(execution));
        writer.beatRun(beatRun(execution));
        writer.handlerRun(handlerRun(execution));
        writer.stateChange(stateChange(execution));
        writer.error(error(values.absent() ? null : execution));
        writer.topicEvent(topicEvent(values.absent() ? null : execution));
        writer.pluginMount(pluginMount());
        writer.gap(gap());
        writer.sequenceRegistration(sequenceRegistration());
    }

    /// The session itself.
    public Session sessionFact(long timedMessages) {
        List<Event.PackageVersion> packages = values.absent()
                ? List.of()
                : List.of(
                        new Event.PackageVersion(values.someText("package"), "1.0.0"),
                        new Event.PackageVersion("other", values.someText("version")));
        return new Session(
                session,
                timedMessages,
                values.nanos(),
                values.nanos(),
                values.text("commit"),
                values.text("conductor"),
                packages,
                origin(),
                origin());
    }

    /// An execution.
    public Execution execution(ExecutionId id) {
        return new Execution(
                id,
                session,
                values.count(),
                values.text("request"),
                values.someText("sequence"),
                values.text("sequence-id"),
                values.text("plugin"),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.constant(Outcome.values()),
                values.text("topic"),
                values.absent() ? null : new ExecutionId(values.number()),
                origin(),
                origin(),
                new TimeDivision(values.nanos(), values.nanos(), values.nanos(), values.nanos(), values.nanos()));
    }

    /// A movement run.
    public MovementRun movementRun(ExecutionId execution) {
        return new MovementRun(
                execution,
                session,
                values.count(),
                values.someText("movement"),
                values.count(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.constant(Outcome.values()),
                origin(),
                origin());
    }

    /// A beat run.
    public BeatRun beatRun(ExecutionId execution) {
        return new BeatRun(
                execution,
                session,
                values.someText("sequence"),
                values.count(),
                values.count(),
                values.count(),
                values.count(),
                values.count(),
                values.count(),
                values.text("title"),
                values.text("event"),
                values.text("timing"),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.constant(Outcome.values()),
                origin(),
                origin());
    }

    /// A handler run.
    public HandlerRun handlerRun(ExecutionId execution) {
        return new HandlerRun(
                execution,
                session,
                values.someText("sequence"),
                values.count(),
                values.count(),
                values.count(),
                values.text("event"),
                values.text("plugin"),
                values.text("handler"),
                values.text("sequence-id"),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.nanos(),
                values.constant(HandlerOutcome.values()),
                values.constant(Tie.values()),
                origin(),
                origin());
    }

    /// A state change.
    public StateChange stateChange(ExecutionId execution) {
        return new StateChange(
                execution,
                session,
                values.count(),
                values.someText("key"),
                values.constant(StateChange.Kind.values()),
                values.text("preview"),
                values.nanos(),
                origin());
    }

    /// An error.
    public ErrorFact error(@Nullable ExecutionId execution) {
        return new ErrorFact(
                session,
                execution,
                values.count(),
                values.count(),
                values.someText("kind"),
                values.text("plugin"),
                values.text("handler"),
                values.someText("message"),
                values.text("stack"),
                values.nanos(),
                origin());
    }

    /// Something on a topic.
    public TopicEvent topicEvent(@Nullable ExecutionId execution) {
        return new TopicEvent(
                session,
                values.constant(TopicEvent.Kind.values()),
                values.someText("topic"),
                values.text("plugin"),
                values.text("sequence-id"),
                values.count(),
                execution,
                values.nanos(),
                origin());
    }

    /// A mount attempt.
    public PluginMount pluginMount() {
        return new PluginMount(
                session,
                values.count(),
                values.someText("plugin"),
                values.constant(Outcome.values()),
                values.nanos(),
                values.nanos(),
                values.text("reason"),
                origin());
    }

    /// A silence.
    public Gap gap() {
        return new Gap(
                session,
                values.nanos(),
                values.nanos(),
                origin(),
                origin(),
                values.absent() ? null : new ExecutionId(values.number()));
    }

    /// A sequence that became known.
    public SequenceRegistration sequenceRegistration() {
        return new SequenceRegistration(
                session, values.someText("sequence"), values.someText("sequence-id"), values.nanos(), origin());
    }

    /// An input's record with a ledger, rejects and templates.
    public static InputRecord record(String name, long contentHash) {
        return new InputRecord(
                name,
                "console",
                contentHash,
                1_000,
                10,
                1_700_000_000_123_456_789L,
                name + ".journal",
                List.of(
                        new InputRecord.LedgerEntry(LineClass.EVENT, "BeatStarted", 7),
                        new InputRecord.LedgerEntry(LineClass.SILENT, "echo", 1),
                        new InputRecord.LedgerEntry(LineClass.UNKNOWN, "template", 1),
                        new InputRecord.LedgerEntry(LineClass.REJECTED, "not utf-8", 1)),
                List.of(new Rejected(900, 12, Rejected.Reason.NOT_UTF8)),
                List.of(new InputRecord.UnknownTemplate("hello <*> 🥁", 800, 1, 1)));
    }

    /// Says a build as a log does.
    public static SessionBuild logged(@Nullable String label) {
        return new SessionBuild(label, null, label == null ? "none" : "log");
    }

    /// Where a fact was read.
    public Origin origin() {
        return new Origin(input, values.number());
    }

    /// How the values of facts are made.
    public interface Values {
        /// Whether everything that may be absent is.
        boolean absent();

        /// A text that has to be there.
        String someText(String role);

        /// A time or a duration.
        long nanos();

        /// A number that is always there.
        long number();

        /// A small number, -1 when absent.
        int count();

        /// One of the constants.
        <E extends Enum<E>> E constant(E[] constants);

        /// A text that may be absent.
        default @Nullable String text(String role) {
            return absent() ? null : someText(role);
        }
    }

    /// Everything that may be absent is, and everything else is as small as it can be.
    public static Values absentValues() {
        return new FixedValues(true, "", Time.UNKNOWN, 0, -1, 0);
    }

    /// Values at an end of their range.
    ///
    /// @param high whether it is the upper end
    public static Values extremeValues(boolean high) {
        String text = high ? "\"it's\" 🎵🥁 ; DROP TABLE x; -- \\ \n\t%_" : "långt namn ".repeat(20_000);
        return new FixedValues(
                false,
                text,
                high ? Long.MAX_VALUE : Long.MIN_VALUE + 1,
                high ? Long.MAX_VALUE : Long.MIN_VALUE + 1,
                high ? Integer.MAX_VALUE : Integer.MIN_VALUE,
                high ? 99 : 0);
    }

    /// Values as in a log: the constant is the one with the number `turn`.
    public static Values plainValues(int turn) {
        return new FixedValues(
                false, "plain", 1_763_845_845_123_000_000L + turn * 100_000L, 1_000L + turn, 3 + turn, turn);
    }

    private record FixedValues(boolean absent, String suffix, long nanos, long number, int count, int turn)
            implements Values {

        @Override
        public String someText(String role) {
            return suffix.isEmpty() ? "" : role + " " + suffix;
        }

        @Override
        public <E extends Enum<E>> E constant(E[] constants) {
            return constants[turn % constants.length];
        }
    }
}

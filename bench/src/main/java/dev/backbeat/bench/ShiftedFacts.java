package dev.backbeat.bench;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.model.TopicEvent;
import java.util.SplittableRandom;

/// Hands on the facts of a session as if it had run at another time, and every execution of it somewhat
/// faster or slower: what a profile asks for. Other facts are left out.
final class ShiftedFacts implements FactSink {

    private static final long TENTH = Time.NANOS_PER_MILLI / 10;

    private final FactSink sink;
    private final SessionId session;
    private final int input;
    private final long copy;
    private final long shiftNanos;
    private final long anchor;
    private long beatRuns;

    /// @param copy which repetition it is
    /// @param shiftNanos how much later it ran
    /// @param anchor the point of time that times are scaled around
    ShiftedFacts(FactSink sink, SessionId session, int input, long copy, long shiftNanos, long anchor) {
        this.sink = sink;
        this.session = session;
        this.input = input;
        this.copy = copy;
        this.shiftNanos = shiftNanos;
        this.anchor = anchor;
    }

    long beatRuns() {
        return beatRuns;
    }

    /// How an execution is told: its time scaled around a point of the session.
    private record Pace(ExecutionId id, double factor) {}

    private Pace pace(ExecutionId execution) {
        SplittableRandom random = new SplittableRandom(execution.value() * 31 + copy);
        double usual = 0.6 + random.nextDouble() + random.nextDouble() * 0.4;
        return new Pace(new ExecutionId(random.nextLong()), random.nextInt(50) == 0 ? usual * 5 : usual);
    }

    /// Times stay in their order and on whole milliseconds.
    private long at(Pace pace, long nanos) {
        if (!Time.isKnown(nanos)) {
            return nanos;
        }
        long scaled = anchor + (long) ((nanos - anchor) * pace.factor());
        return Math.floorDiv(scaled + shiftNanos, Time.NANOS_PER_MILLI) * Time.NANOS_PER_MILLI;
    }

    private static long reported(Pace pace, long nanos) {
        return Time.isKnown(nanos) ? (long) (nanos * pace.factor()) / TENTH * TENTH : nanos;
    }

    private Origin origin(Origin origin) {
        return new Origin(input, origin.offset());
    }

    @Override
    public void execution(Execution fact) {
        Pace pace = pace(fact.id());
        long queued = at(pace, fact.queuedNanos());
        long start = at(pace, fact.startNanos());
        long end = at(pace, fact.endNanos());
        TimeDivision time = fact.time();
        if (Time.isKnown(time.handlerNanos()) && Time.isKnown(end)) {
            long whole = end - start;
            long handler = Math.min(whole, reported(pace, time.handlerNanos()));
            long inBeat = Math.min(whole - handler, reported(pace, time.inBeatNanos()));
            time = new TimeDivision(
                    Time.between(queued, start),
                    handler,
                    inBeat,
                    whole - handler - inBeat,
                    reported(pace, time.afterEndNanos()));
        }
        sink.execution(new Execution(
                pace.id(),
                session,
                fact.ordinal(),
                null,
                fact.sequenceName(),
                fact.sequenceId(),
                fact.plugin(),
                queued,
                start,
                end,
                Time.between(start, end),
                fact.outcome(),
                fact.causeTopic(),
                null,
                origin(fact.start()),
                origin(fact.end()),
                time));
    }

    @Override
    public void movementRun(MovementRun fact) {}

    @Override
    public void beatRun(BeatRun fact) {
        beatRuns++;
        Pace pace = pace(fact.execution());
        long reported = reported(pace, fact.reportedNanos());
        sink.beatRun(new BeatRun(
                pace.id(),
                session,
                fact.sequence(),
                fact.ordinal(),
                fact.parent(),
                fact.movement(),
                fact.number(),
                fact.position(),
                fact.attempt(),
                fact.title(),
                fact.event(),
                fact.timing(),
                at(pace, fact.startNanos()),
                at(pace, fact.endNanos()),
                reported,
                Time.isKnown(reported) ? reported / Time.NANOS_PER_MILLI * Time.NANOS_PER_MILLI : reported,
                fact.outcome(),
                origin(fact.start()),
                origin(fact.end())));
    }

    @Override
    public void handlerRun(HandlerRun fact) {
        Pace pace = pace(fact.execution());
        long call = at(pace, fact.callNanos());
        long end = at(pace, fact.endNanos());
        boolean timed = Time.isKnown(fact.ownNanos());
        long began = timed ? at(pace, fact.endNanos() - fact.ownNanos()) : Time.UNKNOWN;
        sink.handlerRun(new HandlerRun(
                pace.id(),
                session,
                fact.sequence(),
                fact.ordinal(),
                fact.beat(),
                fact.subscriber(),
                fact.event(),
                fact.plugin(),
                fact.handler(),
                fact.subscribedSequence(),
                call,
                at(pace, fact.returnNanos()),
                end,
                Time.between(call, began),
                Time.between(began, end),
                0,
                0,
                fact.outcome(),
                fact.tie(),
                origin(fact.start()),
                origin(fact.end())));
    }

    @Override
    public void stateChange(StateChange fact) {}

    @Override
    public void error(ErrorFact fact) {}

    @Override
    public void topicEvent(TopicEvent fact) {}

    @Override
    public void pluginMount(PluginMount fact) {
        sink.pluginMount(new PluginMount(
                session,
                fact.ordinal(),
                fact.plugin(),
                fact.outcome(),
                shifted(fact.startNanos()),
                shifted(fact.endNanos()),
                fact.reason(),
                origin(fact.origin())));
    }

    @Override
    public void gap(Gap fact) {
        sink.gap(new Gap(
                session,
                shifted(fact.startNanos()),
                shifted(fact.endNanos()),
                origin(fact.before()),
                origin(fact.after()),
                null));
    }

    @Override
    public void sequenceRegistration(SequenceRegistration fact) {}

    private long shifted(long nanos) {
        return Time.isKnown(nanos) ? nanos + shiftNanos : nanos;
    }
}

package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// One observed call of a handler within a beat run. Handlers of one execution run on one promise chain,
/// so they end in the order of their calls and each may wait for the one before.
///
/// @param execution the execution it belongs to
/// @param session the session it belongs to
/// @param sequence the id of the executed sequence, or its name where no id is known
/// @param ordinal from 0 within the execution, in the order of the calls
/// @param beat the ordinal of its beat run
/// @param subscriber its position among the subscribers of the event, from 0, -1 where the log does not say
/// @param event the event that called it
/// @param plugin who owns it, where the log says it
/// @param handler its name, where the log says it
/// @param subscribedSequence the id of the sequence on whose behalf it is subscribed, where the log says it
/// @param callNanos when it was called
/// @param returnNanos when the synchronous part returned
/// @param endNanos when it ended
/// @param waitedNanos how long it waited for the handler run before it on the same chain
/// @param ownNanos its end minus the later of its call and the end of the handler run before it
/// @param nestedNanos the part of its own time in which handler runs of child beats ran; the rest is its
///     self time
/// @param offPathNanos the part of its self time that is not on the critical path of its execution
/// @param outcome how it ended
/// @param tie how its end was tied to its call
/// @param start where it was called
/// @param end where it ended; its start while it did not
public record HandlerRun(
        ExecutionId execution,
        SessionId session,
        String sequence,
        int ordinal,
        int beat,
        int subscriber,
        @Nullable String event,
        @Nullable String plugin,
        @Nullable String handler,
        @Nullable String subscribedSequence,
        long callNanos,
        long returnNanos,
        long endNanos,
        long waitedNanos,
        long ownNanos,
        long nestedNanos,
        long offPathNanos,
        HandlerOutcome outcome,
        Tie tie,
        Origin start,
        Origin end) {

    /// Its own time without that of child beats, [Time#UNKNOWN] where that is not known.
    public long selfNanos() {
        return Time.isKnown(ownNanos) ? ownNanos - nestedNanos : Time.UNKNOWN;
    }

    /// Its self time on the critical path of its execution, [Time#UNKNOWN] where that is not known.
    public long onPathNanos() {
        return Time.isKnown(ownNanos) ? selfNanos() - offPathNanos : Time.UNKNOWN;
    }

    /// The same with what the other handler runs of its execution say.
    public HandlerRun beside(long nested, long offPath) {
        return new HandlerRun(
                execution,
                session,
                sequence,
                ordinal,
                beat,
                subscriber,
                event,
                plugin,
                handler,
                subscribedSequence,
                callNanos,
                returnNanos,
                endNanos,
                waitedNanos,
                ownNanos,
                nested,
                offPath,
                outcome,
                tie,
                start,
                end);
    }
}

package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// One observed call of a handler within a beat run. Handlers of one execution run on one promise chain,
/// so they end in the order of their calls and each may wait for the one before.
///
/// @param execution the execution it belongs to
/// @param session the session it belongs to
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
/// @param outcome how it ended
/// @param tie how its end was tied to its call
/// @param start where it was called
/// @param end where it ended; its start while it did not
public record HandlerRun(
        ExecutionId execution,
        SessionId session,
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
        HandlerOutcome outcome,
        Tie tie,
        Origin start,
        Origin end) {}

package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// One observed run of a sequence, written once, when the last of its handlers has ended after its
/// reported end, or its session ends.
///
/// @param id its permanent identity
/// @param session the session it ran in
/// @param ordinal from 0, in the order in which the session's executions were asked for
/// @param requestId the request's id where the log gives one
/// @param sequenceName the sequence's name as the log says it
/// @param sequenceId the sequence's id, where the log says it
/// @param plugin who owns the sequence, where the log says it
/// @param queuedNanos when it was put into the queue
/// @param startNanos when it began to execute
/// @param endNanos when it was reported as ended
/// @param reportedNanos the duration that the log reports
/// @param outcome as the log reports it
/// @param causeTopic the topic whose message started it, where the log shows it
/// @param causeExecution the execution whose handler asked for it, where the log leaves no doubt
/// @param start where it is first mentioned
/// @param end where it is reported as ended; its start while it is not
/// @param time how its time divides
public record Execution(
        ExecutionId id,
        SessionId session,
        int ordinal,
        @Nullable String requestId,
        String sequenceName,
        @Nullable String sequenceId,
        @Nullable String plugin,
        long queuedNanos,
        long startNanos,
        long endNanos,
        long reportedNanos,
        Outcome outcome,
        @Nullable String causeTopic,
        @Nullable ExecutionId causeExecution,
        Origin start,
        Origin end,
        TimeDivision time) {

    /// The same, knowing how its time divides.
    public Execution divided(TimeDivision division) {
        return new Execution(
                id,
                session,
                ordinal,
                requestId,
                sequenceName,
                sequenceId,
                plugin,
                queuedNanos,
                startNanos,
                endNanos,
                reportedNanos,
                outcome,
                causeTopic,
                causeExecution,
                start,
                end,
                division);
    }
}

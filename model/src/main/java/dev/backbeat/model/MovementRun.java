package dev.backbeat.model;

/// One observed run of a movement.
///
/// @param execution the execution it belongs to
/// @param session the session it belongs to
/// @param ordinal from 0, in the order of execution
/// @param name the movement's name
/// @param beats how many beats it announces
/// @param startNanos when it began
/// @param endNanos when it was reported as ended
/// @param reportedNanos the duration that the log reports
/// @param outcome as the log reports it
/// @param start where it begins
/// @param end where it is reported as ended; its start while it is not
public record MovementRun(
        ExecutionId execution,
        SessionId session,
        int ordinal,
        String name,
        int beats,
        long startNanos,
        long endNanos,
        long reportedNanos,
        Outcome outcome,
        Origin start,
        Origin end) {}

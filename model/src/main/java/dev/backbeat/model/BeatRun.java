package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// One observed run of a beat.
///
/// @param execution the execution it belongs to
/// @param session the session it belongs to
/// @param sequence the id of the executed sequence, or its name where no id is known
/// @param ordinal from 0 within the execution, in the order of execution
/// @param parent the ordinal of the beat run that called it, -1 where it has none; conductor beats have none
/// @param movement the ordinal of its movement run, -1 where it has none
/// @param number the documented number, -1 where it has none: neither unique nor a position
/// @param position from 1 within the movement, as the log says it
/// @param attempt from 1; retries count up
/// @param title what the beat is called
/// @param event the event it emits
/// @param timing how it is documented to be timed
/// @param startNanos when it began
/// @param endNanos when it was reported as ended
/// @param reportedNanos the finest duration that the log reports
/// @param roundedNanos the whole-millisecond duration that the conductor also reports
/// @param outcome as the log reports it
/// @param start where it begins
/// @param end where it is reported as ended; its start while it is not
public record BeatRun(
        ExecutionId execution,
        SessionId session,
        String sequence,
        int ordinal,
        int parent,
        int movement,
        int number,
        int position,
        int attempt,
        @Nullable String title,
        @Nullable String event,
        @Nullable String timing,
        long startNanos,
        long endNanos,
        long reportedNanos,
        long roundedNanos,
        Outcome outcome,
        Origin start,
        Origin end) {}

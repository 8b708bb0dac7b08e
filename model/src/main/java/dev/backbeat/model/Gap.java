package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// A silence in a session: nothing was written between two timed records.
///
/// @param session the session
/// @param startNanos the time of the record before
/// @param endNanos the time of the record after
/// @param before where the record before stands
/// @param after where the record after stands
/// @param execution the execution that executed a beat meanwhile, absent where none did
public record Gap(
        SessionId session,
        long startNanos,
        long endNanos,
        Origin before,
        Origin after,
        @Nullable ExecutionId execution) {}

package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// A handler run changed one key of the data that is handed from beat to beat.
///
/// @param execution the execution it belongs to
/// @param session the session it belongs to
/// @param handlerRun the ordinal of the handler run that changed it
/// @param key the state key
/// @param kind what happened to the key
/// @param preview a cut and redacted rendering of what changed in the same record, with the first key only
/// @param timeNanos when it was seen
/// @param origin where it was read
public record StateChange(
        ExecutionId execution,
        SessionId session,
        int handlerRun,
        String key,
        Kind kind,
        @Nullable String preview,
        long timeNanos,
        Origin origin) {

    /// What happened to a key.
    public enum Kind {
        /// It was not there before.
        ADDED,
        /// It was there with another value.
        UPDATED,
        /// It is not there any more.
        REMOVED
    }
}

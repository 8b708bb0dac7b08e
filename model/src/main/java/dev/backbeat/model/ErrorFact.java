package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// Something that went wrong, tied to as much of the execution as the log allows.
///
/// @param session the session it happened in
/// @param execution the execution it happened in, where it is known
/// @param beat the ordinal of its beat run, -1 where it is not known
/// @param handlerRun the ordinal of the handler run that failed, -1 where none did
/// @param kind `handler`, `beat`, `movement`, `sequence`, `mount`, `network` or `console`
/// @param plugin whose code failed, where the log says it
/// @param handler which handler failed, where the log says it
/// @param message the first line, redacted
/// @param stack the lines that belong to it, redacted and cut
/// @param timeNanos when it was written
/// @param origin where it was read
public record ErrorFact(
        SessionId session,
        @Nullable ExecutionId execution,
        int beat,
        int handlerRun,
        String kind,
        @Nullable String plugin,
        @Nullable String handler,
        String message,
        @Nullable String stack,
        long timeNanos,
        Origin origin) {}

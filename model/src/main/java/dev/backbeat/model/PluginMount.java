package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// One attempt to mount a plugin.
///
/// @param session the session it happened in
/// @param ordinal from 0, in the order of the attempts
/// @param plugin the plugin
/// @param outcome `COMPLETED`, `FAILED`, or `INCOMPLETE` where nothing tells how it ended
/// @param startNanos when it was attempted
/// @param endNanos when it ended; the duration is known only where both are
/// @param reason why it failed, where the log says it
/// @param origin where it was attempted
public record PluginMount(
        SessionId session,
        int ordinal,
        String plugin,
        Outcome outcome,
        long startNanos,
        long endNanos,
        @Nullable String reason,
        Origin origin) {}

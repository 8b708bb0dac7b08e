package dev.backbeat.model;

import java.util.List;

/// What an answer is about: an empty list leaves its dimension open. Bound once for all analyses, so it
/// is no setting of any of them.
///
/// @param builds labels of builds
/// @param fromNanos executions that began at this time or later, [Time#UNKNOWN] for all
/// @param toNanos executions that began before this time, [Time#UNKNOWN] for all
/// @param sessions sessions
/// @param sequences ids or names of sequences
/// @param plugins owners of handlers
/// @param handlers names of handlers
public record Scope(
        List<String> builds,
        long fromNanos,
        long toNanos,
        List<SessionId> sessions,
        List<String> sequences,
        List<String> plugins,
        List<String> handlers) {

    private static final Scope EVERYTHING =
            new Scope(List.of(), Time.UNKNOWN, Time.UNKNOWN, List.of(), List.of(), List.of(), List.of());

    /// Copies.
    public Scope {
        builds = List.copyOf(builds);
        sessions = List.copyOf(sessions);
        sequences = List.copyOf(sequences);
        plugins = List.copyOf(plugins);
        handlers = List.copyOf(handlers);
    }

    /// All that the store holds.
    public static Scope everything() {
        return EVERYTHING;
    }
}

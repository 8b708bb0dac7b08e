package dev.backbeat.ingest.assembly;

import org.jspecify.annotations.Nullable;

/// A subscriber of a topic.
///
/// @param plugin who subscribed, absent for the host
/// @param sequenceId on behalf of which sequence
record Subscription(@Nullable String plugin, @Nullable String sequenceId) {

    /// Whether it calls the handler of a sequence. A subscription that a plugin keeps for itself is marked
    /// behind the sequence's id, as in `sequence-id:cleanup`.
    boolean callsHandler() {
        return plugin != null && sequenceId != null && sequenceId.indexOf(':') < 0;
    }
}

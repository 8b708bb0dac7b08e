package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// Something that happened on a topic.
///
/// @param session the session it happened in
/// @param kind what happened
/// @param topic the channel
/// @param plugin who subscribed or who it was routed to, where the log says it
/// @param sequenceId the sequence that subscribed or that it was routed to, where the log says it
/// @param count routes of a publication or delivery, subscribers after a subscription, else -1
/// @param execution the execution that was executing a beat at that moment, where there was one
/// @param timeNanos when it was written
/// @param origin where it was read
public record TopicEvent(
        SessionId session,
        Kind kind,
        String topic,
        @Nullable String plugin,
        @Nullable String sequenceId,
        int count,
        @Nullable ExecutionId execution,
        long timeNanos,
        Origin origin) {

    /// What happened on a topic.
    public enum Kind {
        /// A subscriber was added.
        SUBSCRIBED,
        /// A subscriber was refused as a duplicate.
        BLOCKED,
        /// A subscriber was removed.
        UNSUBSCRIBED,
        /// A message was published.
        PUBLISHED,
        /// A message began to be delivered.
        DELIVERED,
        /// A message was routed to a sequence.
        ROUTED
    }
}

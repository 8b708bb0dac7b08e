package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// Something that a report says of a session: what somebody else's tool made of the log. Never a fact,
/// and never mixed with facts; whether the logs agree is asked anew each time.
///
/// @param ordinal from 0, in the order of the report
/// @param kind what is claimed
/// @param subject what it is claimed of: a plugin, sequence, topic or package; absent where it is the whole
///     session
/// @param text a second word of it: a commit, a version, a beat's number, `average`
/// @param value how much, in `unit`; [Time#UNKNOWN] where the claim is no quantity
/// @param unit what the value counts
/// @param precision by how much less than this the value may be off as it is written, in its unit; 0 where
///     it is exact
/// @param startNanos when it is claimed to begin
/// @param endNanos when it is claimed to end
/// @param origin where the report says it
/// @param pointer the same within the report's form: a JSON pointer, or the heading it stands under
public record Claim(
        int ordinal,
        Kind kind,
        @Nullable String subject,
        @Nullable String text,
        long value,
        Unit unit,
        long precision,
        long startNanos,
        long endNanos,
        Origin origin,
        String pointer) {

    /// What is claimed. The order is kept by stores.
    public enum Kind {
        /// How many lines the log has.
        LINES,
        /// How many records with a time it has.
        TIMED_RECORDS,
        /// When the session begins, in `startNanos`.
        SESSION_START,
        /// When the session ends, in `endNanos`.
        SESSION_END,
        /// How long the session took.
        SESSION_DURATION,
        /// How many plugins there are.
        PLUGIN_COUNT,
        /// How often a plugin, or any, was attempted to be mounted.
        MOUNT_ATTEMPTS,
        /// How often a plugin, or any, was mounted.
        PLUGIN_MOUNTED,
        /// How long one mount of a plugin took, or the `average` or `last` of it.
        PLUGIN_MOUNT_DURATION,
        /// How many sequences there are.
        SEQUENCE_COUNT,
        /// How often a sequence, or any, was registered.
        SEQUENCE_REGISTRATIONS,
        /// Which id a sequence has, in `text`.
        SEQUENCE_ID,
        /// One run of a sequence, and how long it took.
        SEQUENCE_RUN,
        /// How many beats `started` or `completed`.
        BEAT_RUNS,
        /// How long a beat of a sequence took; its number in `text`, or `average`.
        BEAT_DURATION,
        /// How many movements `started` or `completed`.
        MOVEMENT_RUNS,
        /// How long a movement of a sequence took; its name in `text`, or `average`.
        MOVEMENT_DURATION,
        /// How many topics there are.
        TOPIC_COUNT,
        /// How often a topic, or any, was subscribed to. A `*` in the subject stands for anything.
        TOPIC_SUBSCRIPTIONS,
        /// A silence.
        GAP,
        /// A silence that is claimed to be time lost, such as blocked rendering.
        HOTSPOT,
        /// How many events a timeline that was drawn from the report has.
        TIMELINE_EVENTS,
        /// Which commit was built, in `text`.
        BUILD_COMMIT,
        /// When it was built, in `startNanos`.
        BUILD_TIME,
        /// Which version of a package was part of it, in `text`.
        PACKAGE_VERSION,
        /// That something is wrong, in the report's words.
        ALERT
    }

    /// What a value counts.
    public enum Unit {
        /// It is no quantity.
        NONE,
        /// How many.
        COUNT,
        /// A duration in nanoseconds.
        NANOS
    }
}

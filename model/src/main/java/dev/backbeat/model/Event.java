package dev.backbeat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one record of a log said, in the words of Backbeat: the first narrow waist. A format turns bytes
/// into events and knows no analysis; the assembler turns events into facts and knows no format.
///
/// Every event carries where it was read (`offset`, in the input that is being read) and when it was
/// written ([Time#UNKNOWN] when the record has no time).
public sealed interface Event {

    /// Bytes from the start of the input to the record's first byte.
    long offset();

    /// Epoch nanoseconds, or [Time#UNKNOWN].
    long timeNanos();

    /// A process began to write: what follows is another session.
    record SessionStarted(long offset, long timeNanos) implements Event {}

    /// Nothing was written for a while.
    ///
    /// @param offset the record after the silence
    /// @param timeNanos the time of the record after the silence
    /// @param beforeOffset the record before the silence
    /// @param beforeNanos the time of the record before the silence
    record SilenceEnded(long offset, long timeNanos, long beforeOffset, long beforeNanos) implements Event {}

    /// The build or the versions of packages that the process said it runs.
    record BuildReported(
            long offset,
            long timeNanos,
            @Nullable String commit,
            @Nullable String builtAt,
            List<PackageVersion> packages)
            implements Event {}

    /// A package and its version.
    record PackageVersion(String name, String version) {}

    /// A sequence became known under a name and an id.
    record SequenceRegistered(long offset, long timeNanos, String name, String sequenceId) implements Event {}

    /// A channel got a subscriber.
    ///
    /// @param plugin who subscribed, absent for the host
    /// @param sequenceId on behalf of which sequence
    /// @param subscribers how many there are now
    /// @param blocked whether it was refused as a duplicate
    record TopicSubscribed(
            long offset,
            long timeNanos,
            String topic,
            @Nullable String plugin,
            @Nullable String sequenceId,
            int subscribers,
            boolean blocked)
            implements Event {}

    /// A channel lost a subscriber.
    record TopicUnsubscribed(
            long offset,
            long timeNanos,
            String topic,
            @Nullable String plugin,
            @Nullable String sequenceId,
            int subscribers)
            implements Event {}

    /// A message was published on a topic that has so many routes.
    record TopicPublished(long offset, long timeNanos, String topic, int routes) implements Event {}

    /// A published message was routed to a sequence.
    record TopicRouted(long offset, long timeNanos, String topic, String plugin, String sequenceId) implements Event {}

    /// A published message began to be delivered to so many routes.
    record TopicDelivered(long offset, long timeNanos, String topic, int routes) implements Event {}

    /// A plugin began to be mounted.
    record MountAttempted(long offset, long timeNanos, String plugin) implements Event {}

    /// A plugin is mounted.
    record Mounted(long offset, long timeNanos, String plugin) implements Event {}

    /// A plugin could not be mounted.
    record MountFailed(
            long offset,
            long timeNanos,
            String plugin,
            String reason,
            @Nullable String stack) implements Event {}

    /// Somebody asked for a sequence to be played.
    record PlayRequested(long offset, long timeNanos, String plugin, String sequenceId) implements Event {}

    /// A request to play was put into the queue.
    record SequenceQueued(long offset, long timeNanos, String name, String priority) implements Event {}

    /// A request to play left the queue.
    record SequenceDequeued(long offset, long timeNanos, String name) implements Event {}

    /// A sequence began to execute.
    record SequenceStarted(long offset, long timeNanos, String name) implements Event {}

    /// The executing sequence's request has this id.
    record RequestIdentified(long offset, long timeNanos, String requestId) implements Event {}

    /// A sequence was reported as completed.
    ///
    /// @param durationNanos as the log says it
    record SequenceCompleted(long offset, long timeNanos, String name, long durationNanos) implements Event {}

    /// A sequence was reported as failed.
    record SequenceFailed(
            long offset,
            long timeNanos,
            String name,
            String message,
            @Nullable String stack) implements Event {}

    /// A sequence was cancelled, in the queue or while it ran.
    record SequenceCancelled(long offset, long timeNanos, String name) implements Event {}

    /// Everything that waited in the queue was thrown away.
    record QueueCleared(long offset, long timeNanos) implements Event {}

    /// The queue is done with a sequence, however it ended.
    record QueueCompleted(long offset, long timeNanos, String name) implements Event {}

    /// A movement began.
    record MovementStarted(long offset, long timeNanos, String name, int beats) implements Event {}

    /// A movement's duration was measured.
    record MovementMeasured(long offset, long timeNanos, String name, long durationNanos) implements Event {}

    /// A movement was reported as completed.
    record MovementCompleted(long offset, long timeNanos, String name) implements Event {}

    /// A movement was reported as failed.
    record MovementFailed(
            long offset,
            long timeNanos,
            String name,
            String message,
            @Nullable String stack) implements Event {}

    /// A beat began to execute.
    ///
    /// @param number the documented number: neither unique nor a position
    /// @param position from 1, in the order of execution
    /// @param total how many beats the movement has
    record BeatStarted(long offset, long timeNanos, int number, int position, int total) implements Event {}

    /// What the beat that executes is called and which event it emits.
    record BeatDescribed(long offset, long timeNanos, int number, String title, String event) implements Event {}

    /// How the beat that executes is documented to be timed.
    record BeatTimed(long offset, long timeNanos, int number, String timing) implements Event {}

    /// The beat that executes emits its event.
    record BeatEmitted(long offset, long timeNanos, String event) implements Event {}

    /// A beat's duration was measured.
    record BeatMeasured(long offset, long timeNanos, int number, long durationNanos) implements Event {}

    /// A beat was reported as completed.
    record BeatCompleted(long offset, long timeNanos, int number, String event, long durationNanos) implements Event {}

    /// A beat was reported as failed.
    record BeatFailed(
            long offset,
            long timeNanos,
            int number,
            @Nullable String event,
            String message,
            @Nullable String stack) implements Event {}

    /// A failed beat is tried again.
    record BeatRetried(long offset, long timeNanos, int number, int attempt) implements Event {}

    /// A subscriber of a beat's event is called: a handler run is asked for.
    record SubscriberCalled(long offset, long timeNanos, String event, int subscriber) implements Event {}

    /// A subscriber returned; its handler may still be running.
    record SubscriberReturned(long offset, long timeNanos, String event, int subscriber) implements Event {}

    /// The data handed from beat to beat was compared before and after a handler (`handler` is there) or
    /// after a beat (`handler` is absent).
    ///
    /// @param sequenceName the sequence that owns the handler's subscription: not always the one that runs
    /// @param requestId only where something changed
    /// @param preview a cut and redacted rendering of the values, where something changed
    record BatonCompared(
            long offset,
            long timeNanos,
            String sequenceName,
            String event,
            @Nullable String handler,
            @Nullable String plugin,
            @Nullable String requestId,
            List<String> added,
            List<String> updated,
            List<String> removed,
            @Nullable String preview)
            implements Event {

        /// Whether any key changed.
        public boolean changed() {
            return !added.isEmpty() || !updated.isEmpty() || !removed.isEmpty();
        }
    }

    /// A handler threw or rejected. The record names no request and no beat.
    record HandlerFailed(
            long offset,
            long timeNanos,
            String plugin,
            String handler,
            String message,
            @Nullable String stack) implements Event {}

    /// Something went wrong that is no handler's failure.
    ///
    /// @param kind a short stable name, such as `network` or `console`
    /// @param message the first line
    record ErrorLogged(
            long offset,
            long timeNanos,
            String kind,
            String message,
            @Nullable String stack) implements Event {}
}

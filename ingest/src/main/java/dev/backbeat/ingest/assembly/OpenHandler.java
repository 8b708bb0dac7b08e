package dev.backbeat.ingest.assembly;

import dev.backbeat.model.Time;
import org.jspecify.annotations.Nullable;

/// A handler run that was called and has not ended.
final class OpenHandler {

    final int ordinal;
    final int beat;
    final int subscriber;
    final @Nullable String event;
    final @Nullable String plugin;
    final @Nullable String subscribedSequence;
    final long callNanos;
    final long callOffset;

    /// Whether the call itself is not in the log and is inferred from the subscriptions.
    final boolean inferred;

    long returnNanos = Time.UNKNOWN;

    OpenHandler(
            int ordinal,
            int beat,
            int subscriber,
            @Nullable String event,
            @Nullable Subscription subscription,
            long callNanos,
            long callOffset,
            boolean inferred) {
        this.ordinal = ordinal;
        this.beat = beat;
        this.subscriber = subscriber;
        this.event = event;
        this.plugin = subscription == null ? null : subscription.plugin();
        this.subscribedSequence = subscription == null ? null : subscription.sequenceId();
        this.callNanos = callNanos;
        this.callOffset = callOffset;
        this.inferred = inferred;
    }

    /// As the other one is now.
    OpenHandler(OpenHandler other) {
        this.ordinal = other.ordinal;
        this.beat = other.beat;
        this.subscriber = other.subscriber;
        this.event = other.event;
        this.plugin = other.plugin;
        this.subscribedSequence = other.subscribedSequence;
        this.callNanos = other.callNanos;
        this.callOffset = other.callOffset;
        this.inferred = other.inferred;
        this.returnNanos = other.returnNanos;
    }

    boolean isFor(String name) {
        return name.equals(event);
    }
}

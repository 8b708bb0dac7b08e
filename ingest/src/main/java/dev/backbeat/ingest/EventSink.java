package dev.backbeat.ingest;

import dev.backbeat.model.Event;

/// Takes events in the order of their records.
@FunctionalInterface
public interface EventSink {

    /// An event was read.
    void accept(Event event);
}

package dev.backbeat.ingest.decoding.xes;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An event of a trace.
///
/// @param line of the file
/// @param time absent where it has none
/// @param attributes all its own attributes, as texts
record XesEvent(int line, @Nullable Instant time, Map<String, String> attributes) {

    static final String NAME = "concept:name";
    static final String INSTANCE = "concept:instance";
    static final String LIFECYCLE = "lifecycle:transition";

    String name() {
        return attributes.getOrDefault(NAME, "");
    }
}

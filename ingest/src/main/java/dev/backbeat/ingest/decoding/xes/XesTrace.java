package dev.backbeat.ingest.decoding.xes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A trace.
///
/// @param line of the file
/// @param attributes all its own attributes, as texts
/// @param events in the order of the file
record XesTrace(int line, Map<String, String> attributes, List<XesEvent> events) {

    /// The earliest time of its events.
    @Nullable
    Instant earliest() {
        Instant earliest = null;
        for (XesEvent event : events) {
            Instant time = event.time();
            earliest = earliest == null || time != null && time.isBefore(earliest) ? time : earliest;
        }
        return earliest;
    }

    /// The latest time of its events.
    @Nullable
    Instant latest() {
        Instant latest = null;
        for (XesEvent event : events) {
            Instant time = event.time();
            latest = latest == null || time != null && time.isAfter(latest) ? time : latest;
        }
        return latest;
    }
}

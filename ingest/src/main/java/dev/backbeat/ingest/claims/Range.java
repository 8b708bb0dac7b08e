package dev.backbeat.ingest.claims;

import dev.backbeat.model.Time;
import java.util.List;

/// From the first to the last of some times.
///
/// @param start [Time#UNKNOWN] where there is none
/// @param end likewise
public record Range(long start, long end) {

    /// The range of the instants in some parts, which counts as reading them.
    public static Range of(List<JsonPart> instants) {
        long start = Time.UNKNOWN;
        long end = Time.UNKNOWN;
        for (JsonPart part : instants) {
            long at = part.instantNanos();
            if (Time.isKnown(at)) {
                start = Time.isKnown(start) ? Math.min(start, at) : at;
                end = Math.max(end, at);
            }
        }
        return new Range(start, end);
    }
}

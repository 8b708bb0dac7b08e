package dev.backbeat.analysis.profile;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What takes the most time.
///
/// @param handlers the first handlers, by their own time in total
/// @param handlersInAll how many handlers ran
/// @param handlerNanos the own time of all handlers
/// @param beats the first beats, by their duration in total
/// @param beatsInAll how many beats ran
/// @param beatNanos the duration of all beats
public record Bottlenecks(
        List<HandlerTime> handlers,
        long handlersInAll,
        long handlerNanos,
        List<BeatTime> beats,
        long beatsInAll,
        long beatNanos) {

    /// Durations of one handler or beat, in nanoseconds.
    ///
    /// @param runs how many runs have a duration
    /// @param runsInAll how many runs there are
    /// @param slowest where the slowest one stands
    public record Times(
            long runs,
            long runsInAll,
            long totalNanos,
            long p50Nanos,
            long p95Nanos,
            long maxNanos,
            @Nullable Place slowest) {}

    /// A handler and its own time.
    public record HandlerTime(HandlerKey handler, Times times) {}

    /// A beat of a sequence and its duration.
    ///
    /// @param sequence the sequence's name as the log says it
    /// @param number the documented number, -1 where it has none
    /// @param title what it is called
    /// @param event the event it emits
    public record BeatTime(
            String sequence,
            int number,
            @Nullable String title,
            @Nullable String event,
            Times times) {}
}

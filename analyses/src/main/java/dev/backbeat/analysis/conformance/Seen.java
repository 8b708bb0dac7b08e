package dev.backbeat.analysis.conformance;

import dev.backbeat.model.Origin;
import java.util.ArrayList;
import java.util.List;

/// The beats that an execution took, in order.
///
/// @param ended whether the execution was reported as completed: another one may lack its last beats
record Seen(List<Beat> beats, boolean ended) {

    Seen {
        beats = List.copyOf(beats);
    }

    /// An observed beat.
    ///
    /// @param number as the log says it, -1 where it does not
    /// @param event the event it emitted, empty where the log does not say
    /// @param failed whether it, or a handler of it, failed
    /// @param attempt from 1, as the log counts
    /// @param origin where it began
    /// @param title what the log calls it, empty where it does not say
    record Beat(int number, String event, boolean failed, int attempt, Origin origin, String title) {

        Beat(int number, String event, boolean failed, int attempt, Origin origin) {
            this(number, event, failed, attempt, origin, "");
        }

        /// What tells it from others. Only a beat without an event and a number is told by its title.
        String told() {
            return event.isEmpty() && number < 0 ? title : event;
        }

        boolean isSame(Beat other) {
            return number == other.number && told().equals(other.told());
        }

        /// The beat as people say it.
        String name() {
            return number < 0 ? told() : (number + " " + event).strip();
        }
    }

    /// The same without retries: a beat right after itself that failed, or that the log counts as a further
    /// attempt.
    Seen withoutRetries() {
        List<Beat> kept = new ArrayList<>();
        Beat before = null;
        for (Beat beat : beats) {
            boolean retry = before != null && beat.isSame(before) && (before.failed() || beat.attempt() > 1);
            if (!retry) {
                kept.add(beat);
            }
            before = beat;
        }
        return new Seen(kept, ended);
    }

    /// What makes executions the same: everything but where they were read.
    Object shape() {
        return List.of(
                ended,
                beats.stream()
                        .map(beat -> List.of(beat.number(), beat.told(), beat.failed(), beat.attempt()))
                        .toList());
    }
}

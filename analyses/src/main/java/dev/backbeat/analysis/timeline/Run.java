package dev.backbeat.analysis.timeline;

import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An execution with all that ran in it. Times are epoch nanoseconds, [Time#UNKNOWN] where the log does not say.
///
/// @param took from its start to its end, or to its last evidence where it was never reported as ended
/// @param late own time of its handler runs after its reported end
record Run(
        long id,
        long session,
        int input,
        String sequence,
        String name,
        long queued,
        long start,
        long end,
        long took,
        Division division,
        long late,
        String outcome,
        long offset,
        long sessionEnd,
        List<Movement> movements,
        List<Beat> beats,
        List<Call> calls,
        List<Moment> moments) {

    /// How its time divides.
    record Division(long handlerNanos, long inBeatNanos, long betweenNanos) {}

    /// A movement run.
    record Movement(int ordinal, String name, long start, long end, boolean failed, long offset) {}

    /// A beat run.
    ///
    /// @param parent the ordinal of the beat run that called it, -1 where none did
    /// @param movement the ordinal of its movement run, -1 where it has none
    record Beat(
            int ordinal,
            int parent,
            int movement,
            int number,
            String name,
            String event,
            long start,
            long end,
            String outcome,
            long offset) {}

    /// A handler run.
    ///
    /// @param handler absent where nobody names it
    /// @param path its own time on the critical path
    record Call(
            int ordinal,
            int beat,
            @Nullable HandlerKey handler,
            String name,
            long called,
            long end,
            long waited,
            long own,
            long path,
            String outcome,
            boolean ambiguous,
            long offset) {

        boolean failed() {
            return outcome.equals("failed");
        }

        boolean open() {
            return outcome.equals("never_ended");
        }

        /// When it began to work: when nothing was before it any more.
        long begin() {
            return Time.isKnown(called) && Time.isKnown(waited) ? called + waited : called;
        }
    }

    /// Something at a moment.
    ///
    /// @param kind the ordinal of a kind of mark
    record Moment(int kind, String name, long time, long offset) {}

    Run {
        movements = List.copyOf(movements);
        beats = List.copyOf(beats);
        calls = List.copyOf(calls);
        moments = List.copyOf(moments);
    }

    boolean isTimed() {
        return Time.isKnown(start);
    }

    /// The latest moment of it that is known.
    long last() {
        long last = Time.isKnown(took) ? start + took : start;
        for (Beat beat : beats) {
            last = Math.max(last, Math.max(beat.start, beat.end));
        }
        for (Call call : calls) {
            last = Math.max(last, Math.max(call.called, call.end));
        }
        return last;
    }

    /// Whether it was reported as completed although something in it failed or never ended.
    boolean isContradicted() {
        return outcome.equals("completed") && calls.stream().anyMatch(call -> call.failed() || call.open());
    }

    /// The handler run with most time on the critical path; `null` where there is none.
    @Nullable
    Call bottleneck() {
        Call most = null;
        for (Call call : calls) {
            if (Time.isKnown(call.path) && call.path > 0 && (most == null || call.path > most.path)) {
                most = call;
            }
        }
        return most;
    }
}

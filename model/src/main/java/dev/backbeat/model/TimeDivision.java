package dev.backbeat.model;

/// How the time of an execution divides, from when it was put into the queue (from its start where that
/// is not known) to its end: its start and the duration that the log reports, or the time of the record
/// that tells of its end where it reports none, or its last evidence where it never ended. The first four
/// sum to that time exactly.
///
/// @param queueWaitNanos from the queue to the start; [Time#UNKNOWN] where the log does not show the queue
/// @param handlerNanos while at least one of its handler runs spent time of its own
/// @param inBeatNanos inside its beat runs, while none did
/// @param betweenNanos the rest of the time from its start to its end
/// @param afterEndNanos own time of its handler runs after that end: not a part of the sum
public record TimeDivision(
        long queueWaitNanos, long handlerNanos, long inBeatNanos, long betweenNanos, long afterEndNanos) {

    /// Of an execution that never began, or whose times the log does not give.
    public static final TimeDivision UNKNOWN =
            new TimeDivision(Time.UNKNOWN, Time.UNKNOWN, Time.UNKNOWN, Time.UNKNOWN, Time.UNKNOWN);

    /// The time of the execution, [Time#UNKNOWN] where that is not known.
    public long totalNanos() {
        if (!Time.isKnown(handlerNanos)) {
            return Time.UNKNOWN;
        }
        long queueWait = Time.isKnown(queueWaitNanos) ? queueWaitNanos : 0;
        return queueWait + handlerNanos + inBeatNanos + betweenNanos;
    }

    /// What of it is no handler's: [Time#UNKNOWN] where that is not known.
    public long overheadNanos() {
        return Time.isKnown(handlerNanos) ? totalNanos() - handlerNanos : Time.UNKNOWN;
    }
}

package dev.backbeat.ingest.assembly;

import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;

/// A movement run that has not been reported as ended.
final class OpenMovement {

    final int ordinal;
    final String name;
    private final int beats;
    private final long startNanos;
    private final long startOffset;
    long reportedNanos = Time.UNKNOWN;

    OpenMovement(int ordinal, String name, int beats, long startNanos, long startOffset) {
        this.ordinal = ordinal;
        this.name = name;
        this.beats = beats;
        this.startNanos = startNanos;
        this.startOffset = startOffset;
    }

    /// As the other one is now.
    OpenMovement(OpenMovement other) {
        this(other.ordinal, other.name, other.beats, other.startNanos, other.startOffset);
        this.reportedNanos = other.reportedNanos;
    }

    MovementRun fact(SessionId session, int input, Run run, Outcome outcome, long endNanos, long endOffset) {
        return new MovementRun(
                run.id(session),
                session,
                ordinal,
                name,
                beats,
                startNanos,
                endNanos,
                reportedNanos,
                outcome,
                new Origin(input, startOffset),
                new Origin(input, endOffset));
    }

    long startOffset() {
        return startOffset;
    }
}

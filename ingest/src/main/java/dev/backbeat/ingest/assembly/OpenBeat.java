package dev.backbeat.ingest.assembly;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import org.jspecify.annotations.Nullable;

/// A beat run that has not been reported as completed.
final class OpenBeat {

    final int ordinal;
    final int number;
    private final int position;
    private final int movement;
    private final long startNanos;
    private final long startOffset;
    int attempt = 1;

    @Nullable
    String title;

    @Nullable
    String event;

    @Nullable
    String timing;

    long endNanos = Time.UNKNOWN;
    long endOffset;
    long reportedNanos = Time.UNKNOWN;
    long roundedNanos = Time.UNKNOWN;
    Outcome outcome = Outcome.INCOMPLETE;

    OpenBeat(int ordinal, int number, int position, int movement, long startNanos, long startOffset) {
        this.ordinal = ordinal;
        this.number = number;
        this.position = position;
        this.movement = movement;
        this.startNanos = startNanos;
        this.startOffset = startOffset;
        this.endOffset = startOffset;
    }

    /// As the other one is now.
    OpenBeat(OpenBeat other) {
        this(other.ordinal, other.number, other.position, other.movement, other.startNanos, other.startOffset);
        this.attempt = other.attempt;
        this.title = other.title;
        this.event = other.event;
        this.timing = other.timing;
        this.endNanos = other.endNanos;
        this.endOffset = other.endOffset;
        this.reportedNanos = other.reportedNanos;
        this.roundedNanos = other.roundedNanos;
        this.outcome = other.outcome;
    }

    void end(Outcome how, long nanos, long offset) {
        outcome = how;
        endNanos = nanos;
        endOffset = offset;
    }

    BeatRun fact(SessionId session, int input, Run run) {
        return new BeatRun(
                run.id(session),
                session,
                run.sequence(),
                ordinal,
                -1,
                movement,
                number,
                position,
                attempt,
                title,
                event,
                timing,
                startNanos,
                endNanos,
                reportedNanos,
                roundedNanos,
                outcome,
                new Origin(input, startOffset),
                new Origin(input, endOffset));
    }
}

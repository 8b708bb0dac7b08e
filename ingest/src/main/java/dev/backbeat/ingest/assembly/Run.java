package dev.backbeat.ingest.assembly;

import dev.backbeat.ingest.identity.Identities;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// An execution while it is being rebuilt, from the request to play until the last of its handlers ended.
final class Run {

    /// Where a run stands in the queue.
    enum Stage {
        QUEUED,
        DEQUEUED,
        EXECUTING,
        ENDED
    }

    final int ordinal;
    final String sequenceName;

    /// Handler runs that were called and have not ended, in the order of their calls: the promise chain.
    final Deque<OpenHandler> chain = new ArrayDeque<>();

    /// What waits until the chain is empty.
    final Settlement.Held held;

    @Nullable
    String sequenceId;

    @Nullable
    String plugin;

    @Nullable
    String requestId;

    @Nullable
    String causeTopic;

    @Nullable
    ExecutionId causeExecution;

    Stage stage = Stage.QUEUED;
    long startOffset;
    long queuedNanos = Time.UNKNOWN;
    long startNanos = Time.UNKNOWN;
    long lastHandlerEndNanos = Time.UNKNOWN;
    int movements;
    int beats;
    int handlers;

    @Nullable
    OpenMovement movement;

    @Nullable
    OpenBeat beat;

    @Nullable
    private ExecutionId id;

    Run(int ordinal, String sequenceName, long startOffset) {
        this.ordinal = ordinal;
        this.sequenceName = sequenceName;
        this.startOffset = startOffset;
        this.held = new Settlement.Held();
    }

    /// As the other one is now.
    Run(Run other, Copies copies) {
        this.ordinal = other.ordinal;
        this.sequenceName = other.sequenceName;
        this.startOffset = other.startOffset;
        this.held = other.held.copy();
        other.chain.forEach(handler -> chain.addLast(copies.of(handler)));
        this.sequenceId = other.sequenceId;
        this.plugin = other.plugin;
        this.requestId = other.requestId;
        this.causeTopic = other.causeTopic;
        this.causeExecution = other.causeExecution;
        this.stage = other.stage;
        this.queuedNanos = other.queuedNanos;
        this.startNanos = other.startNanos;
        this.lastHandlerEndNanos = other.lastHandlerEndNanos;
        this.movements = other.movements;
        this.beats = other.beats;
        this.handlers = other.handlers;
        this.movement = other.movement == null ? null : new OpenMovement(other.movement);
        this.beat = other.beat == null ? null : new OpenBeat(other.beat);
        this.id = other.id;
    }

    /// The identity, fixed when it is first asked for: by then the request id is known if the log gives
    /// one.
    ExecutionId id(SessionId session) {
        ExecutionId known = id;
        if (known != null) {
            return known;
        }
        String request = requestId;
        ExecutionId made = request != null
                ? Identities.execution(session, request)
                : Identities.execution(session, sequenceName, ordinal, queuedNanos);
        id = made;
        return made;
    }

    /// What it executes, by the id where that is known.
    String sequence() {
        return sequenceId == null ? sequenceName : sequenceId;
    }

    Execution fact(SessionId session, int input, Outcome outcome, long endNanos, long reportedNanos, long endOffset) {
        return new Execution(
                id(session),
                session,
                ordinal,
                requestId,
                sequenceName,
                sequenceId,
                plugin,
                queuedNanos,
                startNanos,
                endNanos,
                reportedNanos,
                outcome,
                causeTopic,
                causeExecution,
                new Origin(input, startOffset),
                new Origin(input, endOffset),
                TimeDivision.UNKNOWN);
    }
}

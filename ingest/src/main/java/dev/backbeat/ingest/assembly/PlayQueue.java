package dev.backbeat.ingest.assembly;

import dev.backbeat.model.Event;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The executions of a session from the request to play to their reported end. The conductor's queue is
/// serial: one execution executes at a time, others wait; several of one name may wait at once.
final class PlayQueue {

    /// How many executions may wait; beyond, the oldest is handed on as never started.
    private static final int MAX_WAITING = 100_000;

    private final SessionId session;
    private final int input;
    private final FactSink sink;
    private final HandlerChains chains;
    private final Causes causes;
    private final Settlement settlement;
    private final Map<String, String> idsByName = new HashMap<>();
    private final LinkedHashSet<Run> waiting = new LinkedHashSet<>();
    private int ordinals;
    private @Nullable Play play;
    private Event.@Nullable TopicRouted routed;
    private @Nullable Run current;

    /// A request to play that has not reached the queue.
    private record Play(
            String plugin,
            String sequenceId,
            long offset,
            @Nullable String topic) {}

    PlayQueue(SessionId session, int input, FactSink sink, HandlerChains chains, Causes causes, Settlement settlement) {
        this.session = session;
        this.input = input;
        this.sink = sink;
        this.chains = chains;
        this.causes = causes;
        this.settlement = settlement;
    }

    /// Another one that goes on from here by itself.
    PlayQueue copy(FactSink other, HandlerChains chainsNow, Causes causesNow, Settlement settled, Copies copies) {
        PlayQueue copy = new PlayQueue(session, input, other, chainsNow, causesNow, settled);
        copy.idsByName.putAll(idsByName);
        copy.waiting.addAll(copies.of(waiting));
        copy.ordinals = ordinals;
        copy.play = play;
        copy.routed = routed;
        copy.current = copies.orNone(current);
        return copy;
    }

    /// The execution that executes now.
    @Nullable
    Run current() {
        return current;
    }

    void registered(Event.SequenceRegistered event) {
        idsByName.put(event.name(), event.sequenceId());
    }

    void routed(Event.TopicRouted event) {
        routed = event;
    }

    void playRequested(Event.PlayRequested event) {
        Play known = play;
        boolean again = known != null
                && known.plugin().equals(event.plugin())
                && known.sequenceId().equals(event.sequenceId());
        if (again) {
            return;
        }
        Event.TopicRouted by = routed;
        boolean byTopic = by != null && by.sequenceId().equals(event.sequenceId());
        play = new Play(event.plugin(), event.sequenceId(), event.offset(), by != null && byTopic ? by.topic() : null);
    }

    void queued(Event.SequenceQueued event) {
        Run run = new Run(ordinals++, event.name(), event.offset());
        run.queuedNanos = event.timeNanos();
        run.sequenceId = idsByName.get(event.name());
        Play by = play;
        if (by != null && (run.sequenceId == null || by.sequenceId().equals(run.sequenceId))) {
            run.sequenceId = by.sequenceId();
            run.plugin = by.plugin();
            run.startOffset = by.offset();
            run.causeTopic = by.topic();
            causes.asked(run);
        }
        play = null;
        routed = null;
        if (waiting.size() >= MAX_WAITING) {
            neverStarted(waiting.removeFirst(), Outcome.NEVER_STARTED);
        }
        waiting.add(run);
    }

    void dequeued(Event.SequenceDequeued event) {
        Run run = first(event.name(), Run.Stage.QUEUED);
        if (run != null) {
            run.stage = Run.Stage.DEQUEUED;
        }
    }

    void started(Event.SequenceStarted event) {
        abandon();
        Run dequeued = first(event.name(), Run.Stage.DEQUEUED);
        Run known = dequeued != null ? dequeued : first(event.name(), Run.Stage.QUEUED);
        Run run = known != null ? known : new Run(ordinals++, event.name(), event.offset());
        if (known == null) {
            run.sequenceId = idsByName.get(event.name());
        }
        waiting.remove(run);
        run.stage = Run.Stage.EXECUTING;
        run.startNanos = event.timeNanos();
        current = run;
    }

    private @Nullable Run first(String name, Run.Stage stage) {
        for (Run run : waiting) {
            if (run.stage == stage && run.sequenceName.equals(name)) {
                return run;
            }
        }
        return null;
    }

    void identified(Event.RequestIdentified event) {
        Run run = current;
        if (run != null && run.requestId == null) {
            run.requestId = event.requestId();
            chains.identified(run, event.requestId());
        }
    }

    void completed(Event.SequenceCompleted event) {
        end(event.name(), Outcome.COMPLETED, event, event.durationNanos());
    }

    void failed(Event.SequenceFailed event) {
        end(event.name(), Outcome.FAILED, event, Time.UNKNOWN);
    }

    void cancelled(Event.SequenceCancelled event) {
        Run run = current;
        if (run != null && run.sequenceName.equals(event.name())) {
            end(event.name(), Outcome.CANCELLED, event, Time.UNKNOWN);
            return;
        }
        waiting.removeIf(queued -> {
            boolean hit = queued.sequenceName.equals(event.name());
            if (hit) {
                neverStarted(queued, Outcome.CANCELLED);
            }
            return hit;
        });
    }

    void cleared(Event.QueueCleared event) {
        waiting.forEach(run -> neverStarted(run, Outcome.CANCELLED));
        waiting.clear();
    }

    private void end(String name, Outcome outcome, Event event, long reportedNanos) {
        Run run = current;
        if (run == null || !run.sequenceName.equals(name)) {
            return;
        }
        closeBeat(run);
        closeMovement(run, outcome, event.timeNanos(), event.offset());
        run.stage = Run.Stage.ENDED;
        settlement.ended(run, run.fact(session, input, outcome, event.timeNanos(), reportedNanos, event.offset()));
        current = null;
        chains.settle(run);
    }

    /// Another execution begins, or the session ends, before this one was reported as ended.
    private void abandon() {
        Run run = current;
        if (run == null) {
            return;
        }
        closeBeat(run);
        OpenMovement movement = run.movement;
        closeMovement(
                run, Outcome.INCOMPLETE, Time.UNKNOWN, movement == null ? run.startOffset : movement.startOffset());
        run.stage = Run.Stage.ENDED;
        settlement.ended(
                run, run.fact(session, input, Outcome.INCOMPLETE, Time.UNKNOWN, Time.UNKNOWN, run.startOffset));
        current = null;
        chains.settle(run);
    }

    private void neverStarted(Run run, Outcome outcome) {
        sink.execution(run.fact(session, input, outcome, Time.UNKNOWN, Time.UNKNOWN, run.startOffset));
    }

    void endSession() {
        abandon();
        waiting.forEach(run -> neverStarted(run, Outcome.NEVER_STARTED));
        waiting.clear();
    }

    void movementStarted(Event.MovementStarted event) {
        Run run = current;
        if (run != null) {
            closeBeat(run);
            closeMovement(run, Outcome.INCOMPLETE, Time.UNKNOWN, event.offset());
            run.movement =
                    new OpenMovement(run.movements++, event.name(), event.beats(), event.timeNanos(), event.offset());
        }
    }

    void movementMeasured(Event.MovementMeasured event) {
        OpenMovement movement = current == null ? null : current.movement;
        if (movement != null && movement.name.equals(event.name())) {
            movement.reportedNanos = event.durationNanos();
        }
    }

    void movementCompleted(Event.MovementCompleted event) {
        Run run = current;
        if (run != null) {
            closeBeat(run);
            closeMovement(run, Outcome.COMPLETED, event.timeNanos(), event.offset());
        }
    }

    void movementFailed(Event.MovementFailed event) {
        Run run = current;
        if (run != null) {
            closeBeat(run);
            closeMovement(run, Outcome.FAILED, event.timeNanos(), event.offset());
        }
    }

    private void closeMovement(Run run, Outcome outcome, long endNanos, long endOffset) {
        OpenMovement movement = run.movement;
        if (movement != null) {
            sink.movementRun(movement.fact(session, input, run, outcome, endNanos, endOffset));
            run.movement = null;
        }
    }

    void beatStarted(Event.BeatStarted event) {
        Run run = current;
        if (run != null) {
            closeBeat(run);
            OpenMovement movement = run.movement;
            run.beat = new OpenBeat(
                    run.beats++,
                    event.number(),
                    event.position(),
                    movement == null ? -1 : movement.ordinal,
                    event.timeNanos(),
                    event.offset());
        }
    }

    void beatDescribed(Event.BeatDescribed event) {
        OpenBeat beat = beat(event.number());
        if (beat != null) {
            beat.title = event.title();
            beat.event = event.event();
        }
    }

    void beatTimed(Event.BeatTimed event) {
        OpenBeat beat = beat(event.number());
        if (beat != null) {
            beat.timing = event.timing();
        }
    }

    void beatMeasured(Event.BeatMeasured event) {
        OpenBeat beat = beat(event.number());
        if (beat != null) {
            beat.reportedNanos = event.durationNanos();
        }
    }

    void beatCompleted(Event.BeatCompleted event) {
        OpenBeat beat = beat(event.number());
        if (beat != null && current != null) {
            beat.event = Objects.requireNonNullElse(beat.event, event.event());
            beat.roundedNanos = event.durationNanos();
            if (!Time.isKnown(beat.reportedNanos)) {
                beat.reportedNanos = event.durationNanos();
            }
            beat.end(Outcome.COMPLETED, event.timeNanos(), event.offset());
            closeBeat(current);
        }
    }

    void beatFailed(Event.BeatFailed event) {
        OpenBeat beat = beat(event.number());
        if (beat != null) {
            beat.event = beat.event == null ? event.event() : beat.event;
            beat.end(Outcome.FAILED, event.timeNanos(), event.offset());
        }
    }

    void beatRetried(Event.BeatRetried event) {
        OpenBeat beat = beat(event.number());
        if (beat != null) {
            beat.attempt = event.attempt() + 1;
            beat.end(Outcome.INCOMPLETE, Time.UNKNOWN, event.offset());
        }
    }

    private @Nullable OpenBeat beat(int number) {
        OpenBeat beat = current == null ? null : current.beat;
        return beat != null && beat.number == number ? beat : null;
    }

    private void closeBeat(Run run) {
        OpenBeat beat = run.beat;
        if (beat != null) {
            settlement.beatRun(run, beat.fact(session, input, run));
            run.beat = null;
        }
    }
}

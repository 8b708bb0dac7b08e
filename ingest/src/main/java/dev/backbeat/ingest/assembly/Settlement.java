package dev.backbeat.ingest.assembly;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.TimeDivision;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds an execution and its handler runs back until the last of them has ended, because only then it is
/// known how its time divides; then hands them on.
final class Settlement {

    /// How many executions that were reported as ended may wait for a handler; beyond, the oldest is
    /// handed on as it stands.
    private static final int MAX_WAITING = 20_000;

    /// How many beat runs and handler runs of one execution are held back; the time of a larger one stays
    /// undivided.
    private static final int MAX_HELD = 100_000;

    private final FactSink sink;
    private final LinkedHashSet<Run> waiting = new LinkedHashSet<>();

    Settlement(FactSink sink) {
        this.sink = sink;
    }

    /// What is held back of an execution.
    static final class Held {
        private final List<BeatRun> beats = new ArrayList<>(4);
        private final List<HandlerRun> handlers = new ArrayList<>(4);
        private @Nullable Execution execution;
        private boolean tooMany;
        private boolean handedOn;

        /// As it is now, going on by itself.
        Held copy() {
            Held copy = new Held();
            copy.beats.addAll(beats);
            copy.handlers.addAll(handlers);
            copy.execution = execution;
            copy.tooMany = tooMany;
            copy.handedOn = handedOn;
            return copy;
        }

        private boolean takesMore() {
            tooMany |= beats.size() + handlers.size() >= MAX_HELD;
            return !tooMany && !handedOn;
        }
    }

    /// Another one that goes on from here by itself.
    Settlement copy(FactSink other, Copies copies) {
        Settlement copy = new Settlement(other);
        copy.waiting.addAll(copies.of(waiting));
        return copy;
    }

    /// A beat run has ended.
    void beatRun(Run run, BeatRun fact) {
        sink.beatRun(fact);
        if (run.held.takesMore()) {
            run.held.beats.add(fact);
        }
    }

    /// A handler run has ended, or nothing will tell that it did.
    void handlerRun(Run run, HandlerRun fact) {
        if (run.held.takesMore()) {
            run.held.handlers.add(fact);
        } else {
            sink.handlerRun(fact);
        }
    }

    /// An execution was reported as ended, or nothing will tell that it was.
    void ended(Run run, Execution fact) {
        run.held.execution = fact;
        waiting.add(run);
        settle(run);
        if (waiting.size() > MAX_WAITING) {
            handOn(waiting.getFirst());
        }
    }

    /// Hands the execution on if nothing of it is open any more.
    void settle(Run run) {
        if (run.chain.isEmpty() && run.held.execution != null) {
            handOn(run);
        }
    }

    private void handOn(Run run) {
        Held held = run.held;
        Execution execution = held.execution;
        waiting.remove(run);
        if (execution == null || held.handedOn) {
            return;
        }
        held.handedOn = true;
        if (held.tooMany) {
            sink.execution(execution);
            held.handlers.forEach(sink::handlerRun);
        } else {
            ExecutionTime time = new ExecutionTime(execution, held.beats, held.handlers);
            TimeDivision division = time.division();
            sink.execution(execution.divided(division));
            time.handlers().forEach(sink::handlerRun);
        }
        held.beats.clear();
        held.handlers.clear();
    }
}

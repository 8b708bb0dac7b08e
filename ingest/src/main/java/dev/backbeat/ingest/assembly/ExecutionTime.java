package dev.backbeat.ingest.assembly;

import dev.backbeat.ingest.assembly.Spans.Span;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the times of all runs of an execution say together: how its time divides, which part of a handler
/// run's own time was that of child beats, and which part nobody had to wait for.
final class ExecutionTime {

    /// How much later than its record an end may be by rounding of both.
    private static final long ROUNDED_NANOS = 2 * Time.NANOS_PER_MILLI;

    private final Execution execution;
    private final List<BeatRun> beats;
    private final List<HandlerRun> handlers;

    /// @param beats all beat runs of the execution, in order
    /// @param handlers all its handler runs
    ExecutionTime(Execution execution, List<BeatRun> beats, List<HandlerRun> handlers) {
        this.execution = execution;
        this.beats = beats;
        this.handlers = handlers;
    }

    /// How its time divides.
    TimeDivision division() {
        long start = execution.startNanos();
        if (!Time.isKnown(start)) {
            return TimeDivision.UNKNOWN;
        }
        long end = endNanos();
        Spans own = Spans.union(handlers.stream().map(ExecutionTime::own).toList());
        Spans handled = own.within(start, end);
        long inBeat =
                Spans.union(beatSpans(end)).within(start, end).without(handled).nanos();
        return new TimeDivision(
                Time.between(execution.queuedNanos(), start),
                handled.nanos(),
                inBeat,
                end - start - handled.nanos() - inBeat,
                own.within(end, Long.MAX_VALUE).nanos());
    }

    /// The handler runs, each with the part of its own time that was that of child beats, and with the
    /// part of the rest that is not on the critical path.
    List<HandlerRun> handlers() {
        List<Spans> selfTimes = selfTimes();
        long end = endNanos();
        for (HandlerRun handler : handlers) {
            end = Time.later(end, handler.endNanos());
        }
        long[] onPath = CriticalPath.onPathNanos(selfTimes, end);
        List<HandlerRun> placed = new ArrayList<>(handlers.size());
        for (int i = 0; i < handlers.size(); i++) {
            HandlerRun handler = handlers.get(i);
            long self = selfTimes.get(i).nanos();
            long nested = Math.max(0, own(handler).nanos() - self);
            long offPath = self - onPath[i];
            placed.add(nested == 0 && offPath == 0 ? handler : handler.beside(nested, offPath));
        }
        return placed;
    }

    private List<Spans> selfTimes() {
        Map<Integer, List<HandlerRun>> below = handlersBelow();
        List<Spans> selfTimes = new ArrayList<>(handlers.size());
        for (HandlerRun handler : handlers) {
            Spans own = Spans.union(List.of(own(handler)));
            List<HandlerRun> nested = below.getOrDefault(handler.beat(), List.of());
            selfTimes.add(own.without(
                    Spans.union(nested.stream().map(ExecutionTime::own).toList())));
        }
        return selfTimes;
    }

    /// The handler runs of the beats below each beat run that has any; none where no beat run has a parent.
    private Map<Integer, List<HandlerRun>> handlersBelow() {
        Map<Integer, Integer> parents = new HashMap<>();
        for (BeatRun beat : beats) {
            if (beat.parent() >= 0 && beat.parent() != beat.ordinal()) {
                parents.put(beat.ordinal(), beat.parent());
            }
        }
        Map<Integer, List<HandlerRun>> below = new HashMap<>();
        if (parents.isEmpty()) {
            return below;
        }
        for (HandlerRun handler : handlers) {
            Integer above = parents.get(handler.beat());
            for (int depth = 0; above != null && depth < parents.size(); depth++) {
                below.computeIfAbsent(above, beat -> new ArrayList<>()).add(handler);
                above = parents.get(above);
            }
        }
        return below;
    }

    /// When it ended: its start and the duration that the log reports, because the record that tells of
    /// its end is written later, after whoever wants to know of it has been told; the time of that record
    /// where it reports no duration or one that ends after it; its last evidence where it never ended.
    private long endNanos() {
        long end = execution.endNanos();
        if (Time.isKnown(end) && Time.isKnown(execution.reportedNanos())) {
            long reported = execution.startNanos() + execution.reportedNanos();
            return reported <= end + ROUNDED_NANOS ? reported : Time.later(execution.startNanos(), end);
        }
        if (!Time.isKnown(end)) {
            for (BeatRun beat : beats) {
                end = Time.later(end, Time.later(beat.startNanos(), beat.endNanos()));
            }
            for (HandlerRun handler : handlers) {
                end = Time.later(end, Time.later(handler.callNanos(), handler.returnNanos()));
                end = Time.later(end, handler.endNanos());
            }
        }
        return Time.later(execution.startNanos(), end);
    }

    /// From the beginning of each beat run to its end; where that is not known, to the beginning of the next.
    private List<Span> beatSpans(long endNanos) {
        List<Span> spans = new ArrayList<>(beats.size());
        for (int i = 0; i < beats.size(); i++) {
            BeatRun beat = beats.get(i);
            long next = i + 1 < beats.size() ? beats.get(i + 1).startNanos() : Time.UNKNOWN;
            long open = Time.isKnown(next) ? next : endNanos;
            if (Time.isKnown(beat.startNanos())) {
                spans.add(new Span(beat.startNanos(), Time.isKnown(beat.endNanos()) ? beat.endNanos() : open));
            }
        }
        return spans;
    }

    /// The own time of a handler run: so long before its end.
    private static Span own(HandlerRun handler) {
        boolean known = Time.isKnown(handler.endNanos()) && Time.isKnown(handler.ownNanos());
        return known ? new Span(handler.endNanos() - handler.ownNanos(), handler.endNanos()) : new Span(0, 0);
    }
}

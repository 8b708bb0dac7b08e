package dev.backbeat.ingest.assembly;

import dev.backbeat.model.Event;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns ended handler runs and baton changes into facts.
final class HandlerFacts {

    private final SessionId session;
    private final int input;
    private final FactSink sink;
    private final Settlement settlement;

    HandlerFacts(SessionId session, int input, FactSink sink, Settlement settlement) {
        this.session = session;
        this.input = input;
        this.sink = sink;
        this.settlement = settlement;
    }

    void ended(Run run, OpenHandler open, Event event, HandlerOutcome outcome, Tie tie, Names names) {
        long end = event.timeNanos();
        long previous = run.lastHandlerEndNanos;
        long began = Time.isKnown(open.callNanos) ? Time.later(open.callNanos, previous) : Time.UNKNOWN;
        long waited = Time.isKnown(previous) ? Time.between(open.callNanos, previous) : 0;
        emit(
                run,
                open,
                names,
                end,
                Time.isKnown(end) ? waited : Time.UNKNOWN,
                Time.between(began, end),
                outcome,
                tie,
                event.offset());
        if (Time.isKnown(end)) {
            run.lastHandlerEndNanos = end;
        }
    }

    void neverEnded(Run run, OpenHandler open) {
        Names names = new Names(open.plugin, null);
        emit(
                run,
                open,
                names,
                Time.UNKNOWN,
                Time.UNKNOWN,
                Time.UNKNOWN,
                HandlerOutcome.NEVER_ENDED,
                Tie.NONE,
                open.callOffset);
    }

    /// Who a handler is, as the record of its end says it.
    record Names(@Nullable String plugin, @Nullable String handler) {}

    private void emit(
            Run run,
            OpenHandler open,
            Names names,
            long end,
            long waited,
            long own,
            HandlerOutcome outcome,
            Tie tie,
            long endOffset) {
        HandlerRun fact = new HandlerRun(
                run.id(session),
                session,
                run.sequence(),
                open.ordinal,
                open.beat,
                open.subscriber,
                open.event,
                names.plugin() != null ? names.plugin() : open.plugin,
                names.handler(),
                open.subscribedSequence,
                open.callNanos,
                open.returnNanos,
                end,
                waited,
                own,
                0,
                0,
                outcome,
                tie,
                new Origin(input, open.callOffset),
                new Origin(input, endOffset));
        settlement.handlerRun(run, fact);
    }

    void changes(Run run, int handlerRun, Event.BatonCompared baton) {
        String preview = baton.preview();
        preview = changes(run, handlerRun, baton, baton.added(), StateChange.Kind.ADDED, preview);
        preview = changes(run, handlerRun, baton, baton.updated(), StateChange.Kind.UPDATED, preview);
        changes(run, handlerRun, baton, baton.removed(), StateChange.Kind.REMOVED, preview);
    }

    private @Nullable String changes(
            Run run,
            int handlerRun,
            Event.BatonCompared baton,
            List<String> keys,
            StateChange.Kind kind,
            @Nullable String preview) {
        String left = preview;
        for (String key : keys) {
            sink.stateChange(new StateChange(
                    run.id(session),
                    session,
                    handlerRun,
                    key,
                    kind,
                    left,
                    baton.timeNanos(),
                    new Origin(input, baton.offset())));
            left = null;
        }
        return left;
    }
}

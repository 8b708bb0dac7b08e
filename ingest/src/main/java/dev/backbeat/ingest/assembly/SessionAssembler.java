package dev.backbeat.ingest.assembly;

import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Event;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.Origin;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.model.TopicEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rebuilds the executions of one session from its events. Takes them in the order of the log, on one
/// thread, and hands every fact to the sink as soon as nothing can change it any more.
public final class SessionAssembler {

    private final SessionId session;
    private final int input;
    private final FactSink sink;
    private final Subscriptions subscriptions;
    private final Mounts mounts;
    private final HandlerChains chains;
    private final HandlerFacts handlerFacts;
    private final PlayQueue queue;
    private final Causes causes;
    private final Settlement settlement;

    /// Whether the log names the calls of handlers; conductors before 1.5 do not.
    private boolean callsLogged;

    /// Begins a session.
    ///
    /// @param input the store's number of the input, for origins
    /// @param sink where the facts go
    public SessionAssembler(SessionId session, int input, FactSink sink) {
        this.session = session;
        this.input = input;
        this.sink = sink;
        this.subscriptions = new Subscriptions();
        this.chains = new HandlerChains();
        this.mounts = new Mounts(session, input, sink);
        this.settlement = new Settlement(sink);
        this.handlerFacts = new HandlerFacts(session, input, sink, settlement);
        this.causes = new Causes(session, chains);
        this.queue = new PlayQueue(session, input, sink, chains, causes, settlement);
    }

    private SessionAssembler(SessionAssembler other, FactSink sink) {
        Copies copies = new Copies();
        this.session = other.session;
        this.input = other.input;
        this.sink = sink;
        this.subscriptions = other.subscriptions.copy();
        this.mounts = other.mounts.copy(sink);
        this.chains = other.chains.copy(copies);
        this.settlement = other.settlement.copy(sink, copies);
        this.handlerFacts = new HandlerFacts(session, input, sink, settlement);
        this.causes = other.causes.copy(chains, copies);
        this.queue = other.queue.copy(sink, chains, causes, settlement, copies);
        this.callsLogged = other.callsLogged;
    }

    /// Another assembler that goes on from here by itself: what it takes changes nothing here.
    ///
    /// @param other where its facts go; those that were handed on before are not handed on again
    public SessionAssembler copy(FactSink other) {
        return new SessionAssembler(this, other);
    }

    /// Takes the next event of the session.
    public void accept(Event event) {
        if (isProgress(event)) {
            causes.progressed();
        }
        take(event);
    }

    private void take(Event event) {
        switch (event) {
            case Event.SubscriberCalled e -> called(e);
            case Event.SubscriberReturned e -> returned(e);
            case Event.BatonCompared e -> baton(e);
            case Event.BeatStarted e -> queue.beatStarted(e);
            case Event.BeatDescribed e -> queue.beatDescribed(e);
            case Event.BeatEmitted e -> emitted(e);
            case Event.BeatTimed e -> queue.beatTimed(e);
            case Event.BeatMeasured e -> queue.beatMeasured(e);
            case Event.BeatCompleted e -> queue.beatCompleted(e);
            case Event.BeatRetried e -> queue.beatRetried(e);
            case Event.BeatFailed e -> beatFailed(e);
            case Event.HandlerFailed e -> failed(e);
            case Event.PlayRequested e -> queue.playRequested(e);
            case Event.SequenceQueued e -> queue.queued(e);
            case Event.SequenceDequeued e -> queue.dequeued(e);
            case Event.SequenceStarted e -> queue.started(e);
            case Event.RequestIdentified e -> queue.identified(e);
            case Event.SequenceCompleted e -> queue.completed(e);
            case Event.SequenceFailed e -> sequenceFailed(e);
            case Event.SequenceCancelled e -> queue.cancelled(e);
            case Event.QueueCleared e -> queue.cleared(e);
            case Event.MovementStarted e -> queue.movementStarted(e);
            case Event.MovementMeasured e -> queue.movementMeasured(e);
            case Event.MovementCompleted e -> queue.movementCompleted(e);
            case Event.MovementFailed e -> movementFailed(e);
            case Event.TopicSubscribed e -> subscribed(e);
            case Event.TopicUnsubscribed e -> unsubscribed(e);
            case Event.TopicPublished e -> topic(e, TopicEvent.Kind.PUBLISHED, e.topic(), null, null, e.routes());
            case Event.TopicDelivered e -> topic(e, TopicEvent.Kind.DELIVERED, e.topic(), null, null, e.routes());
            case Event.TopicRouted e -> {
                queue.routed(e);
                topic(e, TopicEvent.Kind.ROUTED, e.topic(), e.plugin(), e.sequenceId(), -1);
            }
            case Event.MountAttempted e -> mounts.attempted(e);
            case Event.Mounted e -> mounts.mounted(e);
            case Event.MountFailed e -> {
                mounts.failed(e);
                error(e, "mount", e.plugin(), null, e.reason(), e.stack());
            }
            case Event.SequenceRegistered e -> registered(e);
            case Event.ErrorLogged e -> error(e, e.kind(), null, null, e.message(), e.stack());
            case Event.SilenceEnded e -> silence(e);
            // Session starts are cut before; of the queue, the report of the end says more.
            case Event.SessionStarted e -> {}
            case Event.QueueCompleted e -> {}
            case Event.BuildReported e -> {}
        }
    }

    private void silence(Event.SilenceEnded event) {
        sink.gap(new Gap(
                session,
                event.beforeNanos(),
                event.timeNanos(),
                origin(event.beforeOffset()),
                origin(event.offset()),
                executing()));
    }

    private void beatFailed(Event.BeatFailed event) {
        queue.beatFailed(event);
        error(event, "beat", null, null, event.message(), event.stack());
    }

    private void movementFailed(Event.MovementFailed event) {
        error(event, "movement", null, null, event.message(), event.stack());
        queue.movementFailed(event);
    }

    private void sequenceFailed(Event.SequenceFailed event) {
        error(event, "sequence", null, null, event.message(), event.stack());
        queue.failed(event);
    }

    /// The session has ended: what is still open is handed on as incomplete.
    public void end() {
        queue.endSession();
        for (Run run : List.copyOf(chains.pending())) {
            run.chain.forEach(open -> handlerFacts.neverEnded(run, open));
            run.chain.clear();
            settlement.settle(run);
        }
        mounts.endSession();
    }

    private void called(Event.SubscriberCalled event) {
        Run run = queue.current();
        if (!callsLogged) {
            callsLogged = true;
            if (run != null) {
                chains.forgetInferred(run);
            }
        }
        if (run == null || run.beat == null) {
            return;
        }
        Subscription subscription = subscriptions.at(event.event(), event.subscriber());
        boolean hostsOwn = subscription != null && subscription.plugin() == null;
        if (!hostsOwn) {
            call(run, run.beat, event.event(), event.subscriber(), subscription, event, false);
        }
    }

    private void call(
            Run run,
            OpenBeat beat,
            String topic,
            int subscriber,
            @Nullable Subscription subscription,
            Event event,
            boolean inferred) {
        chains.called(
                run,
                new OpenHandler(
                        run.handlers++,
                        beat.ordinal,
                        subscriber,
                        topic,
                        subscription,
                        event.timeNanos(),
                        event.offset(),
                        inferred));
    }

    /// Without calls in the log, each subscriber of the beat's event that belongs to a sequence is called.
    private void emitted(Event.BeatEmitted event) {
        Run run = queue.current();
        OpenBeat beat = run == null ? null : run.beat;
        if (run == null || beat == null) {
            return;
        }
        beat.event = event.event();
        if (callsLogged) {
            return;
        }
        for (Subscription subscription : subscriptions.of(event.event())) {
            if (subscription.callsHandler()) {
                call(run, beat, event.event(), -1, subscription, event, true);
            }
        }
    }

    private void returned(Event.SubscriberReturned event) {
        Run run = queue.current();
        if (run == null) {
            return;
        }
        for (OpenHandler open : run.chain.reversed()) {
            if (open.subscriber == event.subscriber() && open.isFor(event.event())) {
                open.returnNanos = event.timeNanos();
                return;
            }
        }
    }

    private void baton(Event.BatonCompared event) {
        String handler = event.handler();
        if (handler == null) {
            beatBaton(event);
            return;
        }
        HandlerChains.Tied tied = chains.baton(event.event(), handler, event.requestId());
        HandlerOutcome outcome = event.changed() ? HandlerOutcome.CHANGED : HandlerOutcome.UNCHANGED;
        HandlerChains.Tied known = tied != null ? tied : uncalled(event);
        if (known == null) {
            error(
                    event,
                    "unassigned",
                    event.plugin(),
                    handler,
                    "a handler ended and no execution in the log called it",
                    null);
            return;
        }
        end(known, event, outcome, new HandlerFacts.Names(event.plugin(), handler));
        handlerFacts.changes(known.run(), known.handler().ordinal, event);
    }

    /// A handler ended whose call is not in the log: it belongs to the named request, or to the beat that
    /// executes if that emits its event.
    private HandlerChains.@Nullable Tied uncalled(Event.BatonCompared event) {
        String requestId = event.requestId();
        Run run = requestId != null ? chains.ofRequest(requestId) : queue.current();
        OpenBeat beat = run == null ? null : run.beat;
        boolean fits = requestId != null || (beat != null && event.event().equals(beat.event));
        if (run == null || !fits) {
            return null;
        }
        OpenHandler open = new OpenHandler(
                run.handlers++,
                beat != null ? beat.ordinal : run.beats - 1,
                -1,
                event.event(),
                null,
                Time.UNKNOWN,
                event.offset(),
                true);
        return new HandlerChains.Tied(run, open, requestId != null ? Tie.REQUEST_ID : Tie.ONLY_CANDIDATE);
    }

    private void beatBaton(Event.BatonCompared event) {
        String requestId = event.requestId();
        Run run = requestId == null ? null : chains.ofRequest(requestId);
        if (run != null) {
            handlerFacts.changes(run, -1, event);
        }
    }

    private void failed(Event.HandlerFailed event) {
        HandlerChains.Tied tied = chains.failure(event.plugin(), event.handler());
        if (tied == null) {
            error(event, "handler", event.plugin(), event.handler(), event.message(), event.stack());
            return;
        }
        end(tied, event, HandlerOutcome.FAILED, new HandlerFacts.Names(event.plugin(), event.handler()));
        sink.error(new ErrorFact(
                session,
                tied.run().id(session),
                tied.handler().beat,
                tied.handler().ordinal,
                "handler",
                event.plugin(),
                event.handler(),
                event.message(),
                event.stack(),
                event.timeNanos(),
                origin(event.offset())));
    }

    /// Whether the conductor went on with an execution, so that no handler has the thread any more.
    private static boolean isProgress(Event event) {
        return switch (event) {
            case Event.BeatDescribed e -> true;
            case Event.BeatEmitted e -> true;
            case Event.BeatMeasured e -> true;
            case Event.BeatCompleted e -> true;
            case Event.BeatFailed e -> true;
            case Event.SubscriberCalled e -> true;
            case Event.MovementMeasured e -> true;
            case Event.SequenceCompleted e -> true;
            default -> false;
        };
    }

    private void end(HandlerChains.Tied tied, Event event, HandlerOutcome outcome, HandlerFacts.Names names) {
        for (OpenHandler unseen : chains.ended(tied.run(), tied.handler())) {
            handlerFacts.neverEnded(tied.run(), unseen);
        }
        handlerFacts.ended(tied.run(), tied.handler(), event, outcome, tied.tie(), names);
        causes.handlerEnded(tied.run(), tied.handler(), event.timeNanos());
        settlement.settle(tied.run());
    }

    private void subscribed(Event.TopicSubscribed event) {
        subscriptions.add(event);
        TopicEvent.Kind kind = event.blocked() ? TopicEvent.Kind.BLOCKED : TopicEvent.Kind.SUBSCRIBED;
        topic(event, kind, event.topic(), event.plugin(), event.sequenceId(), event.subscribers());
    }

    private void unsubscribed(Event.TopicUnsubscribed event) {
        subscriptions.remove(event);
        topic(
                event,
                TopicEvent.Kind.UNSUBSCRIBED,
                event.topic(),
                event.plugin(),
                event.sequenceId(),
                event.subscribers());
    }

    private void topic(
            Event event,
            TopicEvent.Kind kind,
            String topic,
            @Nullable String plugin,
            @Nullable String sequenceId,
            int count) {
        sink.topicEvent(new TopicEvent(
                session,
                kind,
                topic,
                plugin,
                sequenceId,
                count,
                executing(),
                event.timeNanos(),
                origin(event.offset())));
    }

    private void registered(Event.SequenceRegistered event) {
        queue.registered(event);
        sink.sequenceRegistration(new SequenceRegistration(
                session, event.name(), event.sequenceId(), event.timeNanos(), origin(event.offset())));
    }

    private void error(
            Event event,
            String kind,
            @Nullable String plugin,
            @Nullable String handler,
            String message,
            @Nullable String stack) {
        Run run = queue.current();
        OpenBeat beat = run == null ? null : run.beat;
        sink.error(new ErrorFact(
                session,
                executing(),
                beat == null ? -1 : beat.ordinal,
                -1,
                kind,
                plugin,
                handler,
                message,
                stack,
                event.timeNanos(),
                origin(event.offset())));
    }

    private @Nullable ExecutionId executing() {
        Run run = queue.current();
        return run == null || run.beat == null ? null : run.id(session);
    }

    private Origin origin(long offset) {
        return new Origin(input, offset);
    }
}

package dev.backbeat.app.ingest;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.TopicEvent;
import java.util.function.Supplier;

/// Hands facts on to whoever takes them at that moment.
final class RelayedFacts implements FactSink {

    private final Supplier<? extends FactSink> taker;

    /// @param taker asked for each fact
    RelayedFacts(Supplier<? extends FactSink> taker) {
        this.taker = taker;
    }

    @Override
    public void execution(Execution execution) {
        taker.get().execution(execution);
    }

    @Override
    public void movementRun(MovementRun movementRun) {
        taker.get().movementRun(movementRun);
    }

    @Override
    public void beatRun(BeatRun beatRun) {
        taker.get().beatRun(beatRun);
    }

    @Override
    public void handlerRun(HandlerRun handlerRun) {
        taker.get().handlerRun(handlerRun);
    }

    @Override
    public void stateChange(StateChange stateChange) {
        taker.get().stateChange(stateChange);
    }

    @Override
    public void error(ErrorFact error) {
        taker.get().error(error);
    }

    @Override
    public void topicEvent(TopicEvent topicEvent) {
        taker.get().topicEvent(topicEvent);
    }

    @Override
    public void pluginMount(PluginMount pluginMount) {
        taker.get().pluginMount(pluginMount);
    }

    @Override
    public void gap(Gap gap) {
        taker.get().gap(gap);
    }

    @Override
    public void sequenceRegistration(SequenceRegistration registration) {
        taker.get().sequenceRegistration(registration);
    }
}

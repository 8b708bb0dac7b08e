package dev.backbeat.bench;

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
import java.util.ArrayList;
import java.util.List;

/// Keeps the facts of a session, to hand them on later in the same order.
final class KeptFacts implements FactSink {

    private final List<Record> facts = new ArrayList<>();

    int size() {
        return facts.size();
    }

    /// Hands on what was kept.
    void replay(FactSink sink) {
        for (Record fact : facts) {
            switch (fact) {
                case Execution execution -> sink.execution(execution);
                case MovementRun movementRun -> sink.movementRun(movementRun);
                case BeatRun beatRun -> sink.beatRun(beatRun);
                case HandlerRun handlerRun -> sink.handlerRun(handlerRun);
                case StateChange stateChange -> sink.stateChange(stateChange);
                case ErrorFact error -> sink.error(error);
                case TopicEvent topicEvent -> sink.topicEvent(topicEvent);
                case PluginMount pluginMount -> sink.pluginMount(pluginMount);
                case Gap gap -> sink.gap(gap);
                case SequenceRegistration registration -> sink.sequenceRegistration(registration);
                default -> throw new IllegalStateException("a fact of an unknown kind: " + fact);
            }
        }
    }

    @Override
    public void execution(Execution execution) {
        facts.add(execution);
    }

    @Override
    public void movementRun(MovementRun movementRun) {
        facts.add(movementRun);
    }

    @Override
    public void beatRun(BeatRun beatRun) {
        facts.add(beatRun);
    }

    @Override
    public void handlerRun(HandlerRun handlerRun) {
        facts.add(handlerRun);
    }

    @Override
    public void stateChange(StateChange stateChange) {
        facts.add(stateChange);
    }

    @Override
    public void error(ErrorFact error) {
        facts.add(error);
    }

    @Override
    public void topicEvent(TopicEvent topicEvent) {
        facts.add(topicEvent);
    }

    @Override
    public void pluginMount(PluginMount pluginMount) {
        facts.add(pluginMount);
    }

    @Override
    public void gap(Gap gap) {
        facts.add(gap);
    }

    @Override
    public void sequenceRegistration(SequenceRegistration registration) {
        facts.add(registration);
    }
}

package dev.backbeat.ingest.stage;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.TopicEvent;
import java.util.ArrayList;
import java.util.List;

/// Keeps all facts, in the order in which they came.
final class RebuiltFacts implements SessionHandler, FactSink {

    final List<Record> all = new ArrayList<>();

    /// The facts of one kind.
    <T extends Record> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Override
    public FactSink begin(SessionId session) {
        return this;
    }

    @Override
    public void end(Session session) {
        all.add(session);
    }

    @Override
    public void execution(Execution execution) {
        all.add(execution);
    }

    @Override
    public void movementRun(MovementRun movementRun) {
        all.add(movementRun);
    }

    @Override
    public void beatRun(BeatRun beatRun) {
        all.add(beatRun);
    }

    @Override
    public void handlerRun(HandlerRun handlerRun) {
        all.add(handlerRun);
    }

    @Override
    public void stateChange(StateChange stateChange) {
        all.add(stateChange);
    }

    @Override
    public void error(ErrorFact error) {
        all.add(error);
    }

    @Override
    public void topicEvent(TopicEvent topicEvent) {
        all.add(topicEvent);
    }

    @Override
    public void pluginMount(PluginMount pluginMount) {
        all.add(pluginMount);
    }

    @Override
    public void gap(Gap gap) {
        all.add(gap);
    }

    @Override
    public void sequenceRegistration(SequenceRegistration registration) {
        all.add(registration);
    }
}

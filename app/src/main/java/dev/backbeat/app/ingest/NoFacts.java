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

/// Drops the facts of a session that is not to be written.
final class NoFacts implements FactSink {

    @Override
    public void execution(Execution execution) {}

    @Override
    public void movementRun(MovementRun movementRun) {}

    @Override
    public void beatRun(BeatRun beatRun) {}

    @Override
    public void handlerRun(HandlerRun handlerRun) {}

    @Override
    public void stateChange(StateChange stateChange) {}

    @Override
    public void error(ErrorFact error) {}

    @Override
    public void topicEvent(TopicEvent topicEvent) {}

    @Override
    public void pluginMount(PluginMount pluginMount) {}

    @Override
    public void gap(Gap gap) {}

    @Override
    public void sequenceRegistration(SequenceRegistration registration) {}
}

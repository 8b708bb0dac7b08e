package dev.backbeat.app.ingest;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.PluginMount;
import dev.backbeat.model.SequenceRegistration;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.TopicEvent;

/// Hands facts on and counts them.
final class CountedFacts implements FactSink {

    private static final String WARNING = "warning";

    private final FactSink next;
    private long sessions;
    private long executions;
    private long incomplete;
    private long beatRuns;
    private long handlerRuns;
    private long errors;

    CountedFacts(FactSink next) {
        this.next = next;
    }

    void session() {
        sessions++;
    }

    FactCounts counts() {
        return new FactCounts(sessions, executions, incomplete, beatRuns, handlerRuns, errors);
    }

    @Override
    public void execution(Execution execution) {
        executions += execution.outcome() == Outcome.NEVER_STARTED ? 0 : 1;
        incomplete += execution.outcome() == Outcome.INCOMPLETE ? 1 : 0;
        next.execution(execution);
    }

    @Override
    public void movementRun(MovementRun movementRun) {
        next.movementRun(movementRun);
    }

    @Override
    public void beatRun(BeatRun beatRun) {
        beatRuns++;
        next.beatRun(beatRun);
    }

    @Override
    public void handlerRun(HandlerRun handlerRun) {
        handlerRuns++;
        next.handlerRun(handlerRun);
    }

    @Override
    public void stateChange(StateChange stateChange) {
        next.stateChange(stateChange);
    }

    @Override
    public void error(ErrorFact error) {
        errors += error.kind().equals(WARNING) ? 0 : 1;
        next.error(error);
    }

    @Override
    public void topicEvent(TopicEvent topicEvent) {
        next.topicEvent(topicEvent);
    }

    @Override
    public void pluginMount(PluginMount pluginMount) {
        next.pluginMount(pluginMount);
    }

    @Override
    public void gap(Gap gap) {
        next.gap(gap);
    }

    @Override
    public void sequenceRegistration(SequenceRegistration registration) {
        next.sequenceRegistration(registration);
    }
}

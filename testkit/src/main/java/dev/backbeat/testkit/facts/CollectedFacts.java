package dev.backbeat.testkit.facts;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.FileSource;
import dev.backbeat.ingest.stage.InputPass;
import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.ingest.stage.Parsing;
import dev.backbeat.ingest.vocabulary.conductor.ConductorVocabulary;
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
import dev.backbeat.model.Time;
import dev.backbeat.model.TopicEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Every fact of one input, each kind in the order in which it came.
///
/// @param sessions in order
/// @param executions in the order of their ends
/// @param movementRuns in the order of their ends
/// @param beatRuns in the order of their ends
/// @param handlerRuns in the order of their ends
/// @param stateChanges in order
/// @param errors in order
/// @param topicEvents in order
/// @param pluginMounts in the order of their ends
/// @param gaps in order
/// @param registrations in order
public record CollectedFacts(
        List<Session> sessions,
        List<Execution> executions,
        List<MovementRun> movementRuns,
        List<BeatRun> beatRuns,
        List<HandlerRun> handlerRuns,
        List<StateChange> stateChanges,
        List<ErrorFact> errors,
        List<TopicEvent> topicEvents,
        List<PluginMount> pluginMounts,
        List<Gap> gaps,
        List<SequenceRegistration> registrations)
        implements SessionHandler, FactSink {

    private static final long GAP_NANOS = Time.NANOS_PER_SECOND;

    /// Holds nothing yet.
    public CollectedFacts() {
        this(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    /// What came of an input, and its ledger.
    public record Read(CollectedFacts facts, InputSummary summary) {}

    /// Reads a log of the conductor to its end, with the default redaction.
    ///
    /// @param threads how many threads parse it
    public static Read read(Path log, Layout layout, int threads) {
        Parsing parsing = new Parsing(layout, new ConductorVocabulary(), Redactor.standard(), false, GAP_NANOS);
        CollectedFacts facts = new CollectedFacts();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads);
                InputPass pass = new InputPass(new FileSource(log), parsing, pool)) {
            InputSummary summary = pass.run(1, null, facts, bytes -> {});
            return new Read(facts, summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FactSink begin(SessionId session) {
        return this;
    }

    @Override
    public void end(Session session) {
        sessions.add(session);
    }

    @Override
    public void execution(Execution execution) {
        executions.add(execution);
    }

    @Override
    public void movementRun(MovementRun movementRun) {
        movementRuns.add(movementRun);
    }

    @Override
    public void beatRun(BeatRun beatRun) {
        beatRuns.add(beatRun);
    }

    @Override
    public void handlerRun(HandlerRun handlerRun) {
        handlerRuns.add(handlerRun);
    }

    @Override
    public void stateChange(StateChange stateChange) {
        stateChanges.add(stateChange);
    }

    @Override
    public void error(ErrorFact error) {
        errors.add(error);
    }

    @Override
    public void topicEvent(TopicEvent topicEvent) {
        topicEvents.add(topicEvent);
    }

    @Override
    public void pluginMount(PluginMount pluginMount) {
        pluginMounts.add(pluginMount);
    }

    @Override
    public void gap(Gap gap) {
        gaps.add(gap);
    }

    @Override
    public void sequenceRegistration(SequenceRegistration registration) {
        registrations.add(registration);
    }
}

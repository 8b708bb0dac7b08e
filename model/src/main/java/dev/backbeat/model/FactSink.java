package dev.backbeat.model;

/// Takes the facts that are rebuilt from events, each once and in a deterministic order. Facts are
/// append-only: a later repair replaces a whole session, never a row.
public interface FactSink {

    /// An execution and the last of its handlers have ended, or its session has.
    void execution(Execution execution);

    /// A movement run has ended, or its session has.
    void movementRun(MovementRun movementRun);

    /// A beat run has ended, or its session has.
    void beatRun(BeatRun beatRun);

    /// All handler runs of its execution have ended, or its session has.
    void handlerRun(HandlerRun handlerRun);

    /// A state key changed.
    void stateChange(StateChange stateChange);

    /// Something went wrong.
    void error(ErrorFact error);

    /// Something happened on a topic.
    void topicEvent(TopicEvent topicEvent);

    /// A mount attempt has ended, or its session has.
    void pluginMount(PluginMount pluginMount);

    /// A silence ended.
    void gap(Gap gap);

    /// A sequence became known.
    void sequenceRegistration(SequenceRegistration registration);
}

package dev.backbeat.model;

/// What a cell or a finding leads to.
public sealed interface Reference {

    /// Leads to all that is known about a handler.
    record ToHandler(HandlerKey handler) implements Reference {}

    /// Leads to an execution.
    record ToExecution(ExecutionId execution) implements Reference {}

    /// Leads to the executions that a number counts.
    record ToExecutions(ExecutionSet which) implements Reference {}

    /// Leads to a session.
    record ToSession(SessionId session) implements Reference {}

    /// Leads to an input and its ledger.
    record ToInput(int input) implements Reference {}

    /// Leads to a raw line.
    record ToPlace(Place place) implements Reference {}

    /// Leads to all that is known about a sequence.
    ///
    /// @param sequence its id, or its name where no id is known
    record ToSequence(String sequence) implements Reference {}

    /// Leads to a line of code.
    record ToCode(CodePlace place) implements Reference {}
}

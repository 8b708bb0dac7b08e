package dev.backbeat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Executions by what they have in common: those that a number counts. What is absent may be anything.
///
/// @param sequence the id of the sequence, or its name where no id is known
/// @param build the label of the build
/// @param session the session
/// @param status how they ended, as the view `executions` says it, or `begun` or `contradiction`, which stand for
/// several
/// @param handler a handler that ran in them; a part of it that is empty may be anything
/// @param handlerOutcome how a run of that handler ended, or of any handler where none is named
/// @param like they did the same as one of these: the same beats in the same order, to the same end, in the same build
public record ExecutionSet(
        @Nullable String sequence,
        @Nullable String build,
        @Nullable SessionId session,
        @Nullable String status,
        @Nullable HandlerKey handler,
        @Nullable String handlerOutcome,
        List<ExecutionId> like) {

    private static final ExecutionSet ALL = new ExecutionSet(null, null, null, null, null, null, List.of());

    /// Copies.
    public ExecutionSet {
        like = List.copyOf(like);
    }

    /// All there are.
    public static ExecutionSet all() {
        return ALL;
    }

    /// Those of a sequence.
    ///
    /// @param sequence its id, or its name where no id is known
    public static ExecutionSet ofSequence(String sequence) {
        return new ExecutionSet(sequence, null, null, null, null, null, List.of());
    }

    /// Those of a session.
    public static ExecutionSet ofSession(SessionId session) {
        return new ExecutionSet(null, null, session, null, null, null, List.of());
    }

    /// Those in which a handler ran.
    public static ExecutionSet ofHandler(HandlerKey handler) {
        return new ExecutionSet(null, null, null, null, handler, null, List.of());
    }

    /// Those that did the same as one of some.
    public static ExecutionSet ofThoseLike(List<ExecutionId> executions) {
        return new ExecutionSet(null, null, null, null, null, null, executions);
    }

    /// Those of them in which a handler ran.
    ///
    /// @param key whose; a part of it that is empty may be anything
    public ExecutionSet where(HandlerKey key) {
        return new ExecutionSet(sequence, build, session, status, key, handlerOutcome, like);
    }

    /// Those of them that a build ran.
    public ExecutionSet inBuild(@Nullable String label) {
        return new ExecutionSet(sequence, label, session, status, handler, handlerOutcome, like);
    }

    /// Those of them that ended so.
    ///
    /// @param ending a status of the view `executions`, or `begun` or `contradiction`, which stand for several
    public ExecutionSet ended(String ending) {
        return new ExecutionSet(sequence, build, session, ending, handler, handlerOutcome, like);
    }

    /// Those of them in which a run of the handler ended so.
    ///
    /// @param outcome `changed`, `unchanged`, `failed` or `never_ended`
    public ExecutionSet whereItEnded(String outcome) {
        return new ExecutionSet(sequence, build, session, status, handler, outcome, like);
    }
}

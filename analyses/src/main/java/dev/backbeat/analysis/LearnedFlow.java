package dev.backbeat.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sequence as production carries it out: what a document of it would say.
///
/// @param sequence its id, or its name where no id is known
/// @param name what people call it
/// @param plugin who owns it, absent where nobody says or several do
/// @param beats over all movements, in order
/// @param executions how many executions were completed
/// @param kept how many of them follow the flow: those of the variants that are not too rare
/// @param variants how many variants they are, retries aside
/// @param keptVariants how many of those are not too rare
/// @param notCompleted how many executions were not completed, and so not learned from
/// @param retries how many beats came again because they had failed
/// @param leftOut the variants that are too rare, the most usual first
public record LearnedFlow(
        String sequence,
        String name,
        @Nullable String plugin,
        List<Beat> beats,
        long executions,
        long kept,
        int variants,
        int keptVariants,
        long notCompleted,
        long retries,
        List<LeftOut> leftOut) {

    /// Copies.
    public LearnedFlow {
        beats = List.copyOf(beats);
        leftOut = List.copyOf(leftOut);
    }

    /// A variant that is too rare to be documented.
    ///
    /// @param beats as people say them
    /// @param executions how many took it
    public record LeftOut(String beats, long executions) {}

    /// A beat.
    ///
    /// @param movement the movement it runs in, empty where the log does not say
    /// @param number as the log says it, -1 where it says none
    /// @param event the event it emits, empty where the log names none
    /// @param title what the log calls it, empty where it does not say
    /// @param handler who carries it out, empty where nobody says or several do
    /// @param timing such as `immediate`, empty where the log does not say
    /// @param optional whether an execution may leave it out
    /// @param parallel the group of beats that run in any order, empty where it stands alone
    /// @param occurrence from 1: the how-manieth time that it runs
    public record Beat(
            String movement,
            int number,
            String event,
            String title,
            String handler,
            String timing,
            boolean optional,
            String parallel,
            int occurrence) {}
}

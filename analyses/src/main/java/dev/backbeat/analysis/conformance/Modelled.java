package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Alike;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How executions fit a Petri net.
///
/// @param name what the net is called
/// @param file the file that holds it
/// @param executions how many were aligned
/// @param fitting how many of them fit without a deviation
/// @param notCompleted how many were not reported as completed, and so not compared
/// @param unsettled how many could not be compared because the search for their alignment had to give up
/// @param deviations moves that deviate, over all executions
/// @param worst how many would if the executions had nothing in common with the net
/// @param fitnessMillionths the sum of the fitness of each execution, in millionths
/// @param labels how many labels the net has
/// @param unmatched its labels that no beat has
/// @param unknown beats that ran and that it has no label for
/// @param variants what executions did, the most costly first
/// @param allVariants how many variants there are
/// @param transitions its visible and invisible transitions in the order of the file
/// @param net the net with the number of executions over each transition
public record Modelled(
        String name,
        String file,
        long executions,
        long fitting,
        long notCompleted,
        long unsettled,
        long deviations,
        long worst,
        long fitnessMillionths,
        int labels,
        List<String> unmatched,
        List<String> unknown,
        List<VariantLine> variants,
        long allVariants,
        List<Step> transitions,
        Exhibit.Graph net) {

    /// Copies.
    public Modelled {
        unmatched = List.copyOf(unmatched);
        unknown = List.copyOf(unknown);
        variants = List.copyOf(variants);
        transitions = List.copyOf(transitions);
    }

    /// What executions of a sequence did, and what its alignment costs.
    ///
    /// @param beats the beats, as people say them
    /// @param executions how many executions did it
    /// @param cost 10 000 for each move that deviates, 1 for each invisible move
    /// @param moves moves that deviate
    /// @param worst how many would if it had nothing in common with the net
    /// @param deviations what deviates, in words; empty where nothing does
    /// @param first the first execution that did it
    /// @param place where that begins
    /// @param alike all that did it
    public record VariantLine(
            String sequence,
            String beats,
            long executions,
            long cost,
            long moves,
            long worst,
            String deviations,
            ExecutionId first,
            @Nullable Place place,
            Alike alike) {}

    /// A transition.
    ///
    /// @param label what it is called
    /// @param invisible whether it leaves no trace
    /// @param place where the file says it
    /// @param executions over how many executions lead
    /// @param together how often a beat ran where the net has it
    /// @param missing how often it was passed although its beat did not run
    public record Step(
            String label, boolean invisible, CodePlace place, long executions, long together, long missing) {}
}

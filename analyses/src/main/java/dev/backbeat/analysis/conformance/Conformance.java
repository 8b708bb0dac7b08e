package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether production does what is documented.
///
/// @param executions how many began
/// @param neverStarted how many were asked for and never began
/// @param cutOff how many did not end because their log does
/// @param undocumented how many are of sequences without a document
/// @param unsettled how many could not be compared because their document allows too much
/// @param retries how many beats came again because they had failed
/// @param sequences the documented sequences that ran, the least fitting first
/// @param variants what executions did, the most deviating first
/// @param allVariants how many variants there are
/// @param findings the most severe first
/// @param rules the rules that were checked, and how often
/// @param absence why nothing could be compared; empty where something was
/// @param model what was checked against a Petri net; absent where documents were asked
public record Conformance(
        long executions,
        long neverStarted,
        long cutOff,
        long undocumented,
        long unsettled,
        long retries,
        List<SequenceLine> sequences,
        List<VariantLine> variants,
        long allVariants,
        List<Finding> findings,
        List<Checked> rules,
        String absence,
        @Nullable Modelled model) {

    /// Copies.
    public Conformance {
        sequences = List.copyOf(sequences);
        variants = List.copyOf(variants);
        findings = List.copyOf(findings);
        rules = List.copyOf(rules);
    }

    /// Of documents.
    Conformance(
            long executions,
            long neverStarted,
            long cutOff,
            long undocumented,
            long unsettled,
            long retries,
            List<SequenceLine> sequences,
            List<VariantLine> variants,
            long allVariants,
            List<Finding> findings,
            List<Checked> rules,
            String absence) {
        this(
                executions,
                neverStarted,
                cutOff,
                undocumented,
                unsettled,
                retries,
                sequences,
                variants,
                allVariants,
                findings,
                rules,
                absence,
                null);
    }

    /// A sequence and how its executions fit.
    ///
    /// @param document where the first of its documents begins
    /// @param documents how many documents say something of their own
    /// @param conforming how many executions fit without a deviation
    /// @param deviations moves that deviate, over all executions
    /// @param worst how many would if the executions had nothing in common with the document
    public record SequenceLine(
            String sequence,
            String name,
            CodePlace document,
            int documents,
            long executions,
            long conforming,
            int variants,
            long deviations,
            long worst) {}

    /// What executions of a sequence did.
    ///
    /// @param beats the beats, as people say them
    /// @param executions how many executions did it
    /// @param executionsOf how many executions the sequence has
    /// @param deviations what deviates, in words; empty where nothing does
    /// @param moves moves that deviate
    /// @param worst how many would if it had nothing in common with the document
    /// @param first the first execution that did it
    /// @param place where that begins
    public record VariantLine(
            String sequence,
            String beats,
            long executions,
            long executionsOf,
            String deviations,
            long moves,
            long worst,
            ExecutionId first,
            @Nullable Place place) {}

    /// A rule that was checked, and how often.
    public record Checked(String rule, long checks) {}
}

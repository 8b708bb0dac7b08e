package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Lanes;
import java.util.List;

/// What happened.
///
/// @param settings what was asked
/// @param facts figures of what is shown
/// @param lanes the picture
/// @param path the handler runs on the critical path of one execution, by their time on it
/// @param aligned the beats of two executions, side by side
/// @param longest the executions that took longest
/// @param variants executions with the same beats in the same order, the most usual first
/// @param variantsInAll how many there are
/// @param findings the most severe first
/// @param checked how often each rule was checked
public record Timeline(
        TimelineSettings settings,
        List<Exhibit.Summary.Fact> facts,
        Lanes lanes,
        List<Step> path,
        List<Aligned> aligned,
        List<Longest> longest,
        List<VariantLine> variants,
        long variantsInAll,
        List<Finding> findings,
        List<Checked> checked) {

    /// Copies.
    public Timeline {
        facts = List.copyOf(facts);
        path = List.copyOf(path);
        aligned = List.copyOf(aligned);
        longest = List.copyOf(longest);
        variants = List.copyOf(variants);
        findings = List.copyOf(findings);
        checked = List.copyOf(checked);
    }

    /// A rule, and how often it was checked.
    public record Checked(String rule, long checks) {}

    /// A handler run on the critical path.
    ///
    /// @param pathNanos its own time on the path
    /// @param ofNanos the whole time of the execution
    public record Step(Cell handler, long pathNanos, long waitedNanos, long ofNanos) {}

    /// A beat of two executions.
    ///
    /// @param oneNanos how long it took in the first, unknown where it is not in it or has no end
    /// @param in where it is: `both`, `the first alone`, `the second alone`
    public record Aligned(String beat, long oneNanos, long otherNanos, String in) {}

    /// An execution.
    public record Longest(
            Cell execution,
            Cell sequence,
            long startNanos,
            long tookNanos,
            long handlerNanos,
            long waitedNanos,
            String outcome) {}

    /// Executions as one.
    ///
    /// @param example one of them
    /// @param all how many they are
    /// @param of how many executions of the sequence there are
    public record VariantLine(
            Cell sequence, Cell example, Cell all, long executions, long of, long beats, long meanNanos) {}
}

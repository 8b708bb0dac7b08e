package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Setting;
import java.util.List;

/// What can be said to the timeline.
///
/// @param top how many rows each table has at most
/// @param execution the execution to show; empty for all in scope
/// @param other the one to hold beside it; empty for none
/// @param show runs, or variants
/// @param begin where the axis begins, in epoch nanoseconds; 0 for the beginning
/// @param end where it ends; 0 for the end
/// @param parts into how many parts time is divided: what is shorter is drawn together
public record TimelineSettings(
        @Setting(description = "how many rows each table has at most", byDefault = "10", example = "25")
        int top,

        @Setting(
                description = "one execution alone, by its id or its request's",
                byDefault = "",
                example = "00c0ffee00c0ffee")
        String execution,

        @Setting(
                description = "another execution, to hold beside it beat by beat",
                byDefault = "",
                example = "00c0ffee00c0ffef")
        String other,

        @Setting(
                description = "runs, or variants: executions with the same beats in the same order as one",
                byDefault = "runs",
                example = "variants")
        String show,

        @Setting(
                description = "where the axis begins, in nanoseconds since 1970; 0 for the beginning",
                byDefault = "0",
                example = "1763410979726000000")
        long begin,

        @Setting(description = "where the axis ends; 0 for the end", byDefault = "0", example = "1763410989726000000")
        long end,

        @Setting(
                description = "into how many parts time is divided; what is shorter is drawn together",
                byDefault = "20000",
                example = "1000")
        int parts) {

    private static final int MOST = 10_000;
    private static final int MOST_PARTS = 1_000_000;
    private static final String VARIANTS = "variants";

    /// Checks.
    public TimelineSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST + ", not " + top);
        }
        if (!List.of("runs", VARIANTS).contains(show)) {
            throw new IllegalArgumentException("`show` is runs or variants, not `" + show + "`");
        }
        if (parts < 1 || parts > MOST_PARTS) {
            throw new IllegalArgumentException("`parts` is from 1 to " + MOST_PARTS + ", not " + parts);
        }
        if (begin < 0 || end < 0 || (end > 0 && end <= begin)) {
            throw new IllegalArgumentException("`begin` and `end` are moments since 1970, the later one last");
        }
        if (execution.isEmpty() && !other.isEmpty()) {
            throw new IllegalArgumentException("`other` is held beside an `execution`, and none is given");
        }
    }

    boolean foldsVariants() {
        return show.equals(VARIANTS);
    }
}

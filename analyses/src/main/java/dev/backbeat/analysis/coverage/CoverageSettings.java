package dev.backbeat.analysis.coverage;

import dev.backbeat.analysis.Setting;

/// What can be said to the coverage.
///
/// @param top how many rows each table has at most
/// @param hot the share of all handler runs, in percent, that the handlers called hot have together
public record CoverageSettings(
        @Setting(description = "how many rows each table has at most", byDefault = "20", example = "50")
        int top,

        @Setting(
                description = "handlers that together have this percentage of all runs are hot",
                byDefault = "80",
                example = "95")
        int hot) {

    private static final int MOST = 10_000;
    private static final int WHOLE = 100;

    /// Checks.
    public CoverageSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST + ", not " + top);
        }
        if (hot < 1 || hot > WHOLE) {
            throw new IllegalArgumentException("`hot` is from 1 to " + WHOLE + ", not " + hot);
        }
    }
}

package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.FileValue;
import dev.backbeat.analysis.Setting;

/// What can be said to the conformance.
///
/// @param top how many rows each table has at most
/// @param model a Petri net to check against instead of documents
public record ConformanceSettings(
        @Setting(description = "how many rows each table has at most", byDefault = "20", example = "50")
        int top,

        @Setting(
                description = "a Petri net in PNML to check executions against, instead of documents",
                byDefault = "",
                example = "order.pnml")
        FileValue model) {

    private static final int MOST = 10_000;

    /// Checks.
    public ConformanceSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST + ", not " + top);
        }
    }
}

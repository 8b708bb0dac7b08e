package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.Setting;

/// What can be said to the conformance.
///
/// @param top how many rows each table has at most
public record ConformanceSettings(
        @Setting(description = "how many rows each table has at most", byDefault = "20", example = "50")
        int top) {

    private static final int MOST = 10_000;

    /// Checks.
    public ConformanceSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST + ", not " + top);
        }
    }
}

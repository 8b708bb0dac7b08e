package dev.backbeat.analysis.conformance;

import dev.backbeat.analysis.FileValue;
import dev.backbeat.analysis.Setting;
import java.util.List;

/// What can be said to the conformance.
///
/// @param top how many rows each table has at most
/// @param model a Petri net to check against instead of documents
/// @param show everything, or the scores alone: each document with the variants laid over it
public record ConformanceSettings(
        @Setting(description = "how many rows each table has at most", byDefault = "20", example = "50")
        int top,

        @Setting(
                description = "a Petri net in PNML to check executions against, instead of documents",
                byDefault = "",
                example = "order.pnml")
        FileValue model,

        @Setting(
                description = "all, or the scores alone: each documented sequence with the variants laid over it",
                byDefault = "all",
                example = "scores")
        String show) {

    private static final int MOST = 10_000;
    private static final String SCORES = "scores";

    /// Checks.
    public ConformanceSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST + ", not " + top);
        }
        if (!List.of("all", SCORES).contains(show)) {
            throw new IllegalArgumentException("`show` is all or scores, not `" + show + "`");
        }
    }

    boolean scoresAlone() {
        return show.equals(SCORES);
    }
}

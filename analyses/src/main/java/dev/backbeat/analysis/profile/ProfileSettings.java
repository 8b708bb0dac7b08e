package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Setting;
import java.util.List;

/// What can be said to the profile.
///
/// @param top how many rows each table has at most
/// @param by what the handler runs are summed up by
/// @param show everything, or the ranking alone
public record ProfileSettings(
        @Setting(description = "how many rows each table has at most", byDefault = "10", example = "25")
        int top,

        @Setting(
                description = "what handler runs are summed up by: handler, sequence, plugin or build",
                byDefault = "handler",
                example = "sequence")
        String by,

        @Setting(description = "all, or the bottlenecks alone", byDefault = "all", example = "bottlenecks")
        String show) {

    private static final int MOST = 10_000;
    private static final String BOTTLENECKS = "bottlenecks";

    /// Checks.
    public ProfileSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST + ", not " + top);
        }
        if (!List.of("all", BOTTLENECKS).contains(show)) {
            throw new IllegalArgumentException("`show` is all or bottlenecks, not `" + show + "`");
        }
        By.of(by);
    }

    By grouping() {
        return By.of(by);
    }

    boolean bottlenecksAlone() {
        return show.equals(BOTTLENECKS);
    }
}

package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Setting;

/// What can be said to the profile.
///
/// @param top how many handlers and how many beats are ranked
public record ProfileSettings(
        @Setting(description = "how many handlers and how many beats are ranked", byDefault = "10", example = "25")
        int top) {

    private static final int MOST = 10_000;

    /// Checks.
    public ProfileSettings {
        if (top < 1 || top > MOST) {
            throw new IllegalArgumentException("`top` is from 1 to " + MOST);
        }
    }
}

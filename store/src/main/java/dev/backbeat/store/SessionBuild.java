package dev.backbeat.store;

import org.jspecify.annotations.Nullable;

/// Which build a session ran and who says so.
///
/// @param label what people call the build; absent where nobody says
/// @param commit the commit, where the log says it
/// @param source `flag`, `log` or `none`
public record SessionBuild(@Nullable String label, @Nullable String commit, String source) {}

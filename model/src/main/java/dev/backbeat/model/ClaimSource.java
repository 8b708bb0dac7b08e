package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// The report that claims stand in, and what it says of itself.
///
/// @param writer what wrote it, such as `LogAnalyzer`
/// @param about the file that it says it is about; absent where it does not say
/// @param startNanos when it says its session begins
/// @param endNanos when it says its session ends
/// @param writtenNanos when it says it was written
/// @param complete whether it could be read to its end
public record ClaimSource(
        String writer, @Nullable String about, long startNanos, long endNanos, long writtenNanos, boolean complete) {}

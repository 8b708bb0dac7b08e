package dev.backbeat.model;

import org.jspecify.annotations.Nullable;

/// A stretch of code.
///
/// @param checkout the name of the checkout it was read from
/// @param path within the checkout, with `/`
/// @param line its first line, from 1
/// @param endLine its last line
/// @param commit the commit it was read at; `null` for a work tree, which may differ from what ran
public record CodePlace(
        String checkout,
        String path,
        int line,
        int endLine,
        @Nullable String commit) {

    /// `path:line@commit`, the commit cut to ten digits.
    @Override
    public String toString() {
        String at = commit == null ? "" : "@" + commit.substring(0, Math.min(10, commit.length()));
        return path + ":" + line + at;
    }
}

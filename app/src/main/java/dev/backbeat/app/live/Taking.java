package dev.backbeat.app.live;

/// What becomes of lines that were sent.
public sealed interface Taking permits Taking.Taken, LiveTrouble {

    /// They are on the disk, and will be read soon.
    ///
    /// @param source the log that they were added to
    /// @param format the log's format
    /// @param offset where they begin in it
    /// @param bytes how many they are
    /// @param lines how many lines they are
    /// @param secretsMasked how many secrets were masked in them
    record Taken(String source, String format, long offset, long bytes, long lines, int secretsMasked)
            implements Taking {}
}

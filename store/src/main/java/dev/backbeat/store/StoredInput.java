package dev.backbeat.store;

/// A finished input.
///
/// @param number the store's number of it
/// @param name the path it was given as, or `-` for standard input
/// @param format the id of the layout that read it
/// @param contentHash a 64-bit hash of its bytes after decompression
/// @param bytes its size after decompression
/// @param lines how many lines it has
/// @param readNanos when it was read, epoch nanoseconds
/// @param journal the name of its journal file in the store's folder
/// @param sessions how many sessions are derived from it
public record StoredInput(
        int number,
        String name,
        String format,
        long contentHash,
        long bytes,
        long lines,
        long readNanos,
        String journal,
        int sessions) {}

package dev.backbeat.app.follow;

/// Where a file and the live log that takes it run side by side: from here on both grow by the same bytes.
///
/// @param path the file's path
/// @param file which file it is, however it is called
/// @param source the live log
/// @param fileStart an offset in the file
/// @param sourceStart the offset in the live log that stands for it
record Position(String path, Identity file, String source, long fileStart, long sourceStart) {

    /// How far the file was taken; its beginning where the live log was forgotten.
    ///
    /// @param sourceBytes how long the live log is
    long offset(long sourceBytes) {
        return Math.max(0, fileStart + sourceBytes - sourceStart);
    }

    Position of(Identity known) {
        return new Position(path, known, source, fileStart, sourceStart);
    }
}

package dev.backbeat.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a JVM's own log says of its heap.
///
/// @param fullestBytes the most that was in it
/// @param livingBytes the most that a collection left in it
/// @param collections how many collections there were
record HeapLog(long fullestBytes, long livingBytes, int collections) {

    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");
    private static final long MEGABYTE = 1 << 20;

    /// The flag that makes a JVM write such a log.
    static String flag(Path file) {
        return "-Xlog:gc:file=" + file;
    }

    /// Reads a log; all is 0 when there is none.
    static HeapLog read(Path file) throws IOException {
        long fullest = 0;
        long living = 0;
        int collections = 0;
        if (Files.exists(file)) {
            Matcher found = COLLECTION.matcher(Files.readString(file));
            while (found.find()) {
                fullest = Math.max(fullest, Long.parseLong(found.group(1)) * MEGABYTE);
                living = Math.max(living, Long.parseLong(found.group(2)) * MEGABYTE);
                collections++;
            }
        }
        return new HeapLog(fullest, living, collections);
    }
}

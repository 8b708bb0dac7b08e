package dev.backbeat.app.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which files are followed: those that were named, and of folders that were named those that look like logs.
///
/// @param named files and folders, absolute
/// @param except a folder that is none of them: the store's own
record Targets(List<Path> named, Path except) {

    private static final int DEEPEST = 8;
    private static final int MOST_FILES = 1000;
    private static final Set<String> ENDS = Set.of("log", "txt", "out", "err", "json", "jsonl", "ndjson");

    /// What a rotated log is called: `app.log.1`, `app-2026-11-23.log`.
    private static final Pattern ROTATED = Pattern.compile(".*\\.\\d+|.*[.-]\\d{4}-?\\d{2}-?\\d{2}([.-]\\d+)?\\.\\w+");

    /// Files in folders, besides those that were named.
    List<Path> found() {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> below = Files.walk(path, DEEPEST)) {
                    below.filter(this::isLog).sorted().limit(MOST_FILES).forEach(files::add);
                } catch (IOException | UncheckedIOException e) {
                    // What can't be listed now may be listed next time.
                    continue;
                }
            }
        }
        return files;
    }

    /// Files that were named, whether they are there or not.
    List<Path> files() {
        return named.stream().filter(path -> !Files.isDirectory(path)).toList();
    }

    private boolean isLog(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && ENDS.contains(end)
                && !ROTATED.matcher(name).matches()
                && !file.startsWith(except);
    }
}

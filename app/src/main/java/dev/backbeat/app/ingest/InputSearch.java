package dev.backbeat.app.ingest;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the files that people mean: files as they are named, folders walked. The same file under two
/// names (a link) is found once, under the first.
public final class InputSearch {

    /// How deep folders are walked.
    public static final int DEEPEST = 32;

    private static final Set<String> PASSED_OVER = Set.of("node_modules", ".git", "target", ".backbeat");

    private final Set<Object> seen = new HashSet<>();
    private final List<FoundFile> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean standardInput;

    /// A file.
    ///
    /// @param named whether people named it; one that was found in a folder may turn out to be no log
    public record FoundFile(Path path, boolean named) {}

    /// What was found.
    ///
    /// @param standardInput whether standard input is to be read too
    public record Found(List<FoundFile> files, boolean standardInput, List<Problem> problems) {}

    private InputSearch() {}

    /// Finds the files behind names, in a deterministic order.
    ///
    /// @param folder what relative names are relative to
    /// @param names files, folders, or `-` for standard input
    public static Found find(Path folder, List<String> names) {
        InputSearch search = new InputSearch();
        for (String name : names) {
            if (name.equals("-")) {
                search.standardInput = true;
            } else {
                search.add(folder, Path.of(name));
            }
        }
        return new Found(List.copyOf(search.files), search.standardInput, List.copyOf(search.problems));
    }

    private void add(Path folder, Path named) {
        Path path = folder.resolve(named);
        if (Files.isDirectory(path)) {
            walk(folder, path);
        } else if (!Files.exists(path)) {
            problems.add(new Problem("`%s` does not exist".formatted(named), "check the path", true));
        } else if (!Files.isReadable(path)) {
            problems.add(unreadable(named));
        } else {
            addFile(shown(folder, path), true);
        }
    }

    private void walk(Path folder, Path top) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(top, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    Path name = directory.getFileName();
                    boolean passed = !directory.equals(top) && name != null && PASSED_OVER.contains(name.toString());
                    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (Files.isRegularFile(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    problems.add(unreadable(file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            problems.add(unreadable(top));
        }
        for (Path file : found.stream().sorted().toList()) {
            if (Files.isReadable(file)) {
                addFile(shown(folder, file), false);
            } else {
                problems.add(unreadable(file));
            }
        }
    }

    private void addFile(Path path, boolean named) {
        Object key = key(path);
        if (seen.add(key)) {
            files.add(new FoundFile(path, named));
        }
    }

    /// What two names of one file have in common.
    private static Object key(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? path.toRealPath() : key;
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    /// Paths within the current folder stay as short as people write them, since a path is also the input's
    /// name.
    private static Path shown(Path folder, Path path) {
        return path.normalize().startsWith(folder) ? path.normalize() : path;
    }

    private static Problem unreadable(Path path) {
        return new Problem("`%s` can't be read".formatted(path), "check its permissions", true);
    }
}

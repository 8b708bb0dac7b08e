package dev.backbeat.app.cli;

import dev.backbeat.app.config.Settings;
import dev.backbeat.app.ingest.Formats;
import dev.backbeat.ingest.source.FileSource;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What lies in the current folder and above it: logs, a checkout, documented sequences.
///
/// @param logs how many logs lie in each folder
/// @param checkout the folder of the checkout that the current folder is in
/// @param commit what is checked out there
/// @param sequences the folders of documented sequences, with how many files each has
record Surroundings(
        Path folder,
        TreeMap<Path, List<Path>> logs,
        @Nullable Path checkout,
        @Nullable String commit,
        TreeMap<Path, Integer> sequences,
        Settings settings) {

    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 20_000;
    private static final int MOST_LOGS = 500;
    private static final int SAMPLE_BYTES = 8 * 1024;
    private static final int MOST_FOLDERS = 4;
    private static final int SHORT_COMMIT = 8;
    private static final Set<String> PASSED_OVER =
            Set.of("node_modules", ".git", "target", ".backbeat", ".backbeat-demo");

    static Surroundings of(Path folder, Formats formats, Settings settings) {
        TreeMap<Path, List<Path>> logs = new TreeMap<>();
        TreeMap<Path, Integer> sequences = new TreeMap<>();
        Path checkout = checkout(folder);
        Path top = checkout == null ? folder : checkout;
        search(folder, formats, logs, sequences);
        if (!top.equals(folder) && (logs.isEmpty() || sequences.isEmpty())) {
            search(top, formats, logs, sequences);
        }
        gather(top, logs);
        String commit = checkout == null ? null : GitHead.commit(checkout).orElse(null);
        return new Surroundings(folder, logs, checkout, commit, sequences, settings);
    }

    /// Puts folders together, the deepest first, until they are few enough to name.
    private static void gather(Path top, TreeMap<Path, List<Path>> logs) {
        while (logs.size() > MOST_FOLDERS) {
            Path deepest = logs.keySet().stream()
                    .max(Comparator.comparingInt(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                    .orElse(top);
            Path parent = deepest.getParent();
            if (parent == null || deepest.equals(top)) {
                return;
            }
            List<Path> moved = logs.remove(deepest);
            logs.computeIfAbsent(parent, folder -> new ArrayList<>()).addAll(moved);
        }
    }

    /// Says what was found and the command that reads it.
    ///
    /// @return the exit code
    int tell(Shell shell) {
        if (logs.isEmpty()) {
            Trouble.tell(
                    shell.err(),
                    "error",
                    "there is no log in `%s` or above it".formatted(folder),
                    "name one with `backbeat analyze <files or folders>`; `backbeat formats` says what is read");
            return 2;
        }
        List<String> lines = new ArrayList<>();
        lines.add("found here:");
        logs.entrySet()
                .forEach(entry -> lines.add("  logs       %s (%,d)"
                        .formatted(shown(entry.getKey()), entry.getValue().size())));
        if (checkout != null) {
            String head = commit == null ? "no commit" : "commit " + commit.substring(0, SHORT_COMMIT);
            lines.add("  checkout   %s (%s)".formatted(shown(checkout), head));
        }
        sequences.forEach((path, files) -> lines.add("  sequences  %s (%,d files)".formatted(shown(path), files)));
        lines.add("");
        lines.add("read them with:");
        lines.add("  " + command());
        lines.forEach(line -> shell.out().println(Visible.of(line)));
        return 0;
    }

    private String command() {
        StringBuilder command = new StringBuilder("backbeat analyze");
        logs.keySet().forEach(path -> command.append(' ').append(quoted(shown(path))));
        if (checkout != null) {
            command.append(" --code ").append(quoted(shown(checkout)));
        }
        settings.builds().forEach(build -> command.append(" --build ").append(quoted(build)));
        if (commit != null && settings.builds().isEmpty()) {
            command.append(" --build ").append(commit, 0, SHORT_COMMIT);
        }
        return command.toString();
    }

    private String shown(Path path) {
        String relative = folder.relativize(path).toString();
        return relative.isEmpty() ? "." : relative;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private static @Nullable Path checkout(Path folder) {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return null;
    }

    private static void search(
            Path top, Formats formats, TreeMap<Path, List<Path>> logs, TreeMap<Path, Integer> sequences) {
        try {
            Files.walkFileTree(top, Set.of(), DEEPEST, new SimpleFileVisitor<>() {
                private int files;
                private int found;

                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    Path name = directory.getFileName();
                    boolean passed = name != null && PASSED_OVER.contains(name.toString());
                    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = String.valueOf(file.getFileName());
                    boolean named = name.endsWith(".log") || name.endsWith(".log.gz") || name.endsWith(".txt");
                    if (named && found < MOST_LOGS && isLog(file, formats)) {
                        found++;
                        logs.computeIfAbsent(file.getParent(), folder -> new ArrayList<>())
                                .add(file);
                    }
                    Path documents = name.endsWith(".json") ? documents(file) : null;
                    if (documents != null) {
                        sequences.merge(documents, 1, Integer::sum);
                    }
                    return ++files < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            // What can't be seen is not found.
            return;
        }
    }

    private static boolean isLog(Path file, Formats formats) {
        try (InputStream in = new FileSource(file).open()) {
            formats.of(file.toString(), in.readNBytes(SAMPLE_BYTES), null);
            return true;
        } catch (IOException | BackbeatException e) {
            return false;
        }
    }

    private static @Nullable Path documents(Path file) {
        for (Path at = file.getParent(); at != null; at = at.getParent()) {
            Path name = at.getFileName();
            if (name != null && name.toString().equals("json-sequences")) {
                return at;
            }
        }
        return null;
    }
}

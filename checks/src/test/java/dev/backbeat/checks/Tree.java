package dev.backbeat.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files of the checkout: those that git tracks or would offer to, or, outside of a checkout, all but
/// what builds leave behind.
final class Tree {
    private static final Set<String> LEFT_BEHIND = Set.of(".git", ".mvn", "target", ".backbeat", "node_modules");
    private static final Path ROOT = root();
    private static final List<Path> FILES = files(ROOT);

    private Tree() {}

    /// The top folder.
    static Path top() {
        return ROOT;
    }

    /// All files, relative to the top folder, sorted.
    static List<Path> files() {
        return FILES;
    }

    /// The files whose path with slashes ends so.
    static List<Path> endingIn(String suffix) {
        return FILES.stream().filter(file -> slashed(file).endsWith(suffix)).toList();
    }

    /// The Java sources that are shipped, without tests.
    static List<Path> mainSources() {
        return endingIn(".java").stream()
                .filter(file -> slashed(file).contains("src/main/java/"))
                .filter(file -> !slashed(file).startsWith("samples/"))
                .toList();
    }

    /// The names of the folders directly below a folder, sorted; none where there is no such folder.
    static List<String> foldersBelow(String folder) {
        Path path = ROOT.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a file; bytes that are no UTF-8 become replacement characters.
    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(ROOT.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static Path root() {
        String given = System.getProperty("backbeat.root");
        Path folder = Path.of(given == null ? "" : given).toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("backbeat"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("the folder with the launcher `backbeat`").isNotNull();
        return folder;
    }

    private static List<Path> files(Path root) {
        try {
            List<Path> files = Files.exists(root.resolve(".git")) ? tracked(root) : walked(root);
            assertThat(files).as("files of the tree").hasSizeGreaterThan(50);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> tracked(Path root) throws IOException {
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .directory(root.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(names.split("\0"))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(file -> Files.isRegularFile(root.resolve(file)))
                .sorted()
                .toList();
    }

    private static List<Path> walked(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return LEFT_BEHIND.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(root.relativize(file));
                return FileVisitResult.CONTINUE;
            }
        });
        return files.stream().sorted().toList();
    }
}

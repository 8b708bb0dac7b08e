package dev.backbeat.app.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What runs.
final class Program {

    private Program() {}

    /// The same for the same program: of all libraries and classes their names, how large they are, and when
    /// they were written.
    static String stamp() {
        long hash = 17;
        for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
            for (Path file : part.isEmpty() ? List.<Path>of() : files(Path.of(part))) {
                String one = file + " " + file.toFile().length() + " "
                        + file.toFile().lastModified();
                for (int i = 0; i < one.length(); i++) {
                    hash = hash * 31 + one.charAt(i);
                }
            }
        }
        return Long.toHexString(hash);
    }

    private static List<Path> files(Path part) {
        try (Stream<Path> files = Files.walk(part)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            // What is not there runs nothing.
            return List.of();
        }
    }
}

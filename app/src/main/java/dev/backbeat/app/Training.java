package dev.backbeat.app;

import dev.backbeat.app.cli.Shell;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the build runs once so that the JVM remembers, ahead of time, the classes that a start needs: the
/// help, the bundled sample taken into a store of its own and mapped, and a few questions to it.
public final class Training {

    private static final int WIDTH = 100;
    private static final List<List<String>> VERBS = List.of(
            List.of("--help"),
            List.of("analyze", "samples/storefront/sessions"),
            List.of("analyze", "samples/storefront/sessions", "--output", "json"),
            List.of("map", "--code", "samples/storefront"),
            List.of("map"),
            List.of("sessions"),
            List.of("ledger"),
            List.of("executions", "--limit", "5"),
            List.of("bottlenecks"),
            List.of("profile"),
            List.of("explain", "EXEC001"),
            List.of("query", "SELECT count(*) AS n FROM handler_runs"));

    private Training() {}

    /// Runs the verbs in silence; the folder of the checkout is the system property `backbeat.home`.
    ///
    /// @throws IOException when there is no place for the store
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getProperty("backbeat.home", "")).toAbsolutePath();
        Path store = Files.createTempDirectory("backbeat-training");
        try {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            Shell shell = new Shell(
                    home,
                    Map.of("BACKBEAT_STORE", store.toString()),
                    InputStream.nullInputStream(),
                    nowhere,
                    nowhere,
                    new Screen(WIDTH, false),
                    false,
                    false,
                    home);
            for (List<String> verb : VERBS) {
                Main.run(shell, verb.toArray(String[]::new));
            }
        } finally {
            delete(store);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}

package dev.backbeat.app;

import dev.backbeat.app.cli.Shell;
import dev.backbeat.output.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs command lines within this process, in a folder of its own.
///
/// @param folder the current folder of the runs
record Bench(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The progress bar, which depends on how fast the machine is.
    private static final Pattern PROGRESS = Pattern.compile("\r\u001b\\[K([━─]+[^\r]*)?");

    /// What a run left.
    record Result(int exitCode, String out, String err) {
        /// Standard output as JSON.
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    Result run(String... arguments) {
        return run(Map.of(), new byte[0], Screen.none(), arguments);
    }

    Result run(Map<String, String> environment, byte[] in, Screen screen, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        InputStream input = new ByteArrayInputStream(in);
        Shell shell = new Shell(
                folder,
                environment,
                input,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                screen,
                true,
                false,
                root());
        int code = Main.run(shell, arguments);
        String talk = PROGRESS.matcher(err.toString(StandardCharsets.UTF_8)).replaceAll("");
        return new Result(code, out.toString(StandardCharsets.UTF_8), talk);
    }

    /// Analyses into the store `.backbeat` and gives the JSON.
    JsonNode analyze(String... paths) {
        List<String> arguments = new ArrayList<>(List.of("analyze", "--output", "json"));
        arguments.addAll(List.of(paths));
        return run(arguments.toArray(String[]::new)).json();
    }

    /// A bundled session.
    static Path session(String name) {
        return root().resolve("samples/storefront/sessions").resolve(name);
    }

    /// The lines of a bundled session, each with its line end.
    static List<String> lines(String name) {
        return text(session(name)).lines().map(line -> line + "\n").toList();
    }

    /// The lines of a bundled console export, each with its line end.
    static List<String> consoleLines() {
        Path input = root().resolve("samples/formats/conductor-console/one-shopper-timed/input.log");
        return text(input).lines().map(line -> line + "\n").toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file into the current folder of the runs.
    Path write(String name, byte[] bytes) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, List<String> lines) {
        return write(name, String.join("", lines).getBytes(StandardCharsets.UTF_8));
    }

    /// The top folder of the checkout.
    static Path root() {
        String given = System.getProperty("backbeat.root");
        Path at = Path.of(given == null ? "" : given).toAbsolutePath();
        while (!Files.exists(at.resolve("samples"))) {
            at = at.getParent();
        }
        return at;
    }
}

package dev.backbeat.app;

import dev.backbeat.app.cli.Shell;
import dev.backbeat.model.Answer;
import dev.backbeat.output.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Reports to look at.
///
/// @param folder where they are written, and where the store lies
record Pages(Path folder) {

    /// Runs a command line in the folder; gives what it says on standard error.
    String run(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                folder,
                Map.of(),
                InputStream.nullInputStream(),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Screen.none(),
                false,
                false,
                root());
        int code = Main.run(shell, arguments);
        String said = err.toString(StandardCharsets.UTF_8);
        if (code != 0) {
            throw new AssertionError("exit code " + code + ": " + said);
        }
        return said;
    }

    /// Writes a page of an answer, as the app does.
    Path page(Answer answer) {
        Path file = folder.resolve(answer.id() + ".html");
        try (Writer target = Files.newBufferedWriter(file)) {
            Catalog.html().write(answer, Screen.none(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// The top folder of the checkout.
    static Path root() {
        return Path.of(System.getProperty("backbeat.root"));
    }
}

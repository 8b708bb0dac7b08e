package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.cli.Shell;
import dev.backbeat.output.Screen;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `backbeat demo` at a terminal ends in the dashboard.
class DemoServesTest {

    private static final int PIPE_BYTES = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void theDemoIsADashboardUntilItIsEnded() throws Exception {
        PipedInputStream said = new PipedInputStream(PIPE_BYTES);
        PrintStream out = new PrintStream(new PipedOutputStream(said), false, StandardCharsets.UTF_8);
        Shell shell = new Shell(
                folder,
                Map.of(),
                InputStream.nullInputStream(),
                out,
                new PrintStream(PrintStream.nullOutputStream()),
                Screen.none(),
                false,
                true,
                Bench.root());
        Thread demo = Thread.ofPlatform().start(() -> Main.run(shell, "demo"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));
                HttpClient client = HttpClient.newHttpClient()) {
            String base = lines.lines()
                    .filter(line -> line.startsWith("http://127.0.0.1:"))
                    .findFirst()
                    .orElseThrow();
            HttpRequest page = HttpRequest.newBuilder(URI.create(base)).build();
            HttpRequest content =
                    HttpRequest.newBuilder(URI.create(base + "api/content")).build();
            HttpResponse.BodyHandler<String> text = HttpResponse.BodyHandlers.ofString();
            assertThat(client.send(page, text).body()).contains("<title>Backbeat");
            assertThat(client.send(content, text).body()).contains("755");
        } finally {
            demo.interrupt();
            assertThat(demo.join(Duration.ofSeconds(30))).as("it ends").isTrue();
        }
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.redaction.Redactor;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `backbeat serve --follow` in a process of its own, which is killed while a log grows and is rotated.
class FollowKilledTest {

    private static final List<String> LINES = Bench.lines("browse-and-buy.log");

    @TempDir
    Path folder;

    @Test
    void aKillLosesNothingAndRepeatsNothing() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        Bench bench = new Bench(folder);
        bench.write("all.log", LINES);
        bench.run("analyze", "all.log", "--store", whole.toString());
        Path store = folder.resolve("store");
        Path log = folder.resolve("shop.log");
        int at = 0;
        for (int life = 0; life < 3; life++) {
            Process server = serve(store, log);
            try {
                server.inputReader().readLine();
                int end = LINES.size() * (life + 1) / 4;
                for (int batch = at; batch < end; batch += 40) {
                    write(log, LINES.subList(batch, Math.min(end, batch + 40)));
                    Thread.sleep(15);
                }
                at = end;
                // Between two looks of it, or while it takes or reads.
                Thread.sleep(150L * life);
            } finally {
                server.destroyForcibly().waitFor();
            }
            if (life == 1) {
                Files.move(log, folder.resolve("shop.log.1"));
            }
        }
        write(log, LINES.subList(at, LINES.size()));
        Process server = serve(store, log);
        try (BufferedReader said = server.inputReader();
                HttpClient client = HttpClient.newHttpClient()) {
            URI inputs = URI.create(said.readLine() + "api/inputs");
            Served.await(() -> lines(client, inputs) == LINES.size());
        } finally {
            server.destroy();
            server.waitFor();
        }
        byte[] expected = String.join("", LINES).getBytes(StandardCharsets.UTF_8);
        Redactor.standard().redact(expected, 0, expected.length);
        assertThat(Files.readString(store.resolve("live/shop.log.conductor-recorder.log")))
                .isEqualTo(new String(expected, StandardCharsets.UTF_8));
        assertThat(facts(store)).containsExactlyElementsOf(facts(whole));
    }

    /// What was redacted before has another hash; kinds are numbered as they come, also those of a first half of
    /// something that is whole by now. The rows are put in order without those numbers.
    private static List<String> facts(Path store) {
        return StoreDump.of(store)
                .lines()
                .filter(row -> !row.matches("\\w+_kinds .*"))
                .map(row -> row.replaceAll("(content_hash|\\w+_kind)=-?\\d+", ""))
                .sorted()
                .toList();
    }

    private static void write(Path log, List<String> lines) throws IOException {
        Files.writeString(log, String.join("", lines), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Process serve(Path store, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--port",
                        "0",
                        "--store",
                        store.toString(),
                        "--follow",
                        log.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long lines(HttpClient client, URI inputs) {
        try {
            String answer = client.send(HttpRequest.newBuilder(inputs).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            long lines = 0;
            for (JsonNode row : Served.JSON.readTree(answer).at("/exhibits/0/rows")) {
                lines += row.get(4).get("value").get("count").asLong();
            }
            return lines;
        } catch (IOException e) {
            return -1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}

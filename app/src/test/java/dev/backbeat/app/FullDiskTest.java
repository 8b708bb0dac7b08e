package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server whose disk is full for a while: the kernel refuses to let its files grow, then lets them again.
class FullDiskTest {

    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final Path SAMPLES = Bench.root().resolve("samples/storefront/sessions");

    /// More than each of the logs that are sent, less than what the store writes down of all of them.
    private static final long ROOM = 360_000;

    private static final List<String> LOGS =
            List.of("build-v1", "build-v2", "browse-and-buy", "overlapping", "handler-failures", "cycle");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void whatCameWhileTheDiskWasFullIsThereWhenThereIsRoomAgain() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "not tried: there is no " + PRLIMIT + " to take a server's room away");
        Bench bench = new Bench(folder);
        bench.analyze(SAMPLES.resolve("hung.log").toString());
        Path said = folder.resolve("said.txt");
        Process server = ServerProcess.start(folder.resolve(".backbeat"), said);
        try {
            String address = server.inputReader().readLine();
            // What a server unpacks when it first needs it is there.
            send(address, "retries");
            await(() -> get(address, "api/inputs").body().contains("retries.log"));
            room(server, Long.toString(ROOM));
            for (String log : LOGS) {
                send(address, log);
            }
            await(() -> Files.readString(said).contains("the disk is full"));
            room(server, "unlimited");
            await(() -> {
                String inputs = get(address, "api/inputs").body();
                return LOGS.stream().allMatch(log -> inputs.contains(log + ".log"));
            });
            assertThat(get(address, "health/ready").statusCode()).isEqualTo(200);
            assertThat(Files.readString(said).lines().filter(line -> line.startsWith("error:")))
                    .as("what goes wrong again is not said again")
                    .hasSizeLessThan(9);
            String live = bench.run("inputs").out();
            server.destroy();
            server.waitFor();
            for (String log : LOGS) {
                assertThat(live).contains(log);
            }
            assertThat(bench.run("inputs").out()).as("and stays").isEqualTo(live);
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    /// What is to become true within a minute.
    @FunctionalInterface
    private interface Wish {
        boolean isTrue() throws IOException, InterruptedException;
    }

    private static void await(Wish wish) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(1));
        while (!wish.isTrue()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static void room(Process server, String bytes) throws IOException, InterruptedException {
        Process limiting = new ProcessBuilder(
                        PRLIMIT.toString(), "--pid", Long.toString(server.pid()), "--fsize=" + bytes + ":unlimited")
                .redirectErrorStream(true)
                .start();
        try (Reader reader = limiting.inputReader()) {
            assertThat(reader).isNotNull();
            assertThat(limiting.waitFor()).isZero();
        }
    }

    private void send(String address, String log) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "api/ingest?source=" + log + ".log"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofFile(SAMPLES.resolve(log + ".log")))
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    private HttpResponse<String> get(String address, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}

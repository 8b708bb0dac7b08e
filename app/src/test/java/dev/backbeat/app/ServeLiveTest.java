package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.live.LiveLimits;
import dev.backbeat.app.server.ServerOptions;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Lines that are sent become the facts that reading them at once gives.
class ServeLiveTest {

    private static final List<String> LINES = Bench.lines("browse-and-buy.log");

    @TempDir
    Path folder;

    @Test
    void whatIsSentPieceByPieceIsWhatIsReadAtOnce() throws IOException {
        Path whole = folder.resolve("whole");
        Bench bench = new Bench(folder);
        bench.write("a.log", LINES);
        bench.run("analyze", "a.log", "--store", whole.toString());
        JsonNode expected = figures(whole);
        Path live = folder.resolve("live");
        try (Served served = Served.of(live)) {
            int third = LINES.size() / 3;
            send(served, LINES.subList(0, 3));
            Served.await(() -> lines(served) == 3);
            send(served, LINES.subList(3, third));
            Served.await(() -> lines(served) == third);
            ByteArrayOutputStream zipped = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
                out.write(String.join("", LINES.subList(third, 2 * third)).getBytes(StandardCharsets.UTF_8));
            }
            assertThat(served.post("/api/ingest?source=shop", zipped.toByteArray(), "Content-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(200);
            send(served, LINES.subList(2 * third, LINES.size()));
            Served.await(() -> lines(served) == LINES.size());
            assertThat(served.talk()).isEmpty();
        }
        assertThat(figures(live)).isEqualTo(expected);
    }

    @Test
    void whatWasTakenOutlivesTheServer() throws IOException {
        try (Served served = Served.of(folder)) {
            send(served, LINES.subList(0, 50));
        }
        Path file = folder.resolve("live/shop.conductor-recorder.log");
        Files.writeString(file, Files.readString(file) + LINES.get(50) + "[2026-11-22T20:02:30.000Z] INFO torn");
        try (Served served = Served.of(folder)) {
            Served.await(() -> lines(served) == 51);
            send(served, LINES.subList(51, 60));
            Served.await(() -> lines(served) == 60);
            assertThat(Files.readString(file)).doesNotContain("torn");
        }
    }

    @Test
    void aSourceThatIsForgottenDoesNotComeBack() {
        try (Served served = Served.of(folder)) {
            send(served, LINES.subList(0, 50));
            Served.await(() -> lines(served) == 50);
        }
        Bench bench = new Bench(folder);
        assertThat(bench.run("forget", "live/shop", "--store", folder.toString())
                        .out())
                .contains("forgot `live/shop`: 50 lines");
        try (Served served = Served.of(folder)) {
            send(served, LINES.subList(50, 60));
            Served.await(() -> lines(served) == 10);
        }
    }

    @Test
    void secretsReachNoDisk() throws IOException {
        try (Served served = Served.of(folder)) {
            send(served, LINES.subList(0, 20));
            assertThat(served.post(
                                    "/api/ingest?source=shop",
                                    "[2026-11-22T23:02:30.000Z] INFO password=hunter2hunter2 mail=jane.doe@example.com\n")
                            .body())
                    .contains("\"secretsMasked\":2");
            Served.await(() -> lines(served) == 21);
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("hunter2")
                        .doesNotContain("jane.doe@");
            }
        }
    }

    @Test
    void eventsOfRenderXAreTakenAsTheyAre() {
        try (Served served = Served.of(folder, "http://localhost:5173")) {
            HttpResponse<String> one = served.post(
                    "/api/telemetry/event", """
                    {"source":"frontend","timestamp":"2026-11-22T20:02:30.123Z","eventType":"sequence.started",
                     "payload":{"pluginId":"CartPlugin","sequenceId":"cart-add","input":{"a":"\\nb"}},"correlationId":"c1"}
                    """, "Content-Type", "application/json", "Origin", "http://localhost:5173");
            assertThat(one.statusCode()).isEqualTo(200);
            assertThat(one.body()).contains("\"success\":true", "recordId");
            assertThat(one.headers().firstValue("access-control-allow-origin")).contains("http://localhost:5173");
            HttpResponse<String> batch = served.post(
                    "/api/telemetry/batch",
                    "{\"sessionId\":\"s1\",\"events\":[{\"eventType\":\"a.b\"},{\"eventType\":\"c.d\",\"payload\":null}]}",
                    "Content-Type",
                    "application/json");
            assertThat(batch.body()).contains("\"success\":true");
            assertThat(served.post("/api/telemetry/event", "{}", "Content-Type", "application/json")
                            .statusCode())
                    .isEqualTo(400);
            Served.await(() -> lines(served) == 3);
        }
    }

    @Test
    void whatASenderSendsAgainIsTakenOnce() {
        try (Served served = Served.of(folder)) {
            String first = String.join("", LINES.subList(0, 30));
            String second = String.join("", LINES.subList(30, 50));
            int at = first.getBytes(StandardCharsets.UTF_8).length;
            String place = "/api/ingest?source=shop&sender=a&at=";
            assertThat(served.post(place + 0, first).body()).contains("\"lines\":30");
            assertThat(served.post(place + 0, first).body()).contains("\"lines\":0", "\"source\":\"shop\"");
            // A batch may come again with more behind it.
            assertThat(served.post(place + 0, first + second).body()).contains("\"lines\":20");
            assertThat(served.post(place + at, second).body()).contains("\"lines\":0");
            Served.await(() -> lines(served) == 50);
            assertThat(served.post("/api/ingest?source=shop&sender=a&at=-7", "x")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(served.post("/api/ingest?source=shop&sender=" + "a".repeat(65), "x")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void twoSendersToOneSourceHaveALogEach() {
        try (Served served = Served.of(folder)) {
            for (int i = 0; i < 60; i += 20) {
                String some = String.join("", LINES.subList(i, i + 20));
                assertThat(served.post("/api/ingest?source=shop&sender=a", some).body())
                        .contains("\"source\":\"shop\"");
                assertThat(served.post("/api/ingest?source=shop&sender=b", some).body())
                        .contains("\"source\":\"shop.2\"");
            }
            assertThat(served.post("/api/ingest?source=shop&sender=a&ends=true", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(served.post("/api/ingest?source=shop&sender=c", LINES.get(60))
                            .body())
                    .as("who comes next goes on where one ended")
                    .contains("\"source\":\"shop\"");
            assertThat(served.post("/api/ingest?source=new&sender=c&ends=true", "")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(served.post("/api/ingest?source=shop", "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void whatIsNewIsTiedToCodeWhileLinesComeIn() {
        Bench bench = new Bench(folder);
        bench.write("short.log", LINES.subList(0, 200));
        String store = folder.resolve("store").toString();
        String code = Bench.root().resolve("samples/storefront").toString();
        bench.run("analyze", "short.log", "--code", code, "--store", store);
        long few = tied(bench, store, "handler");
        try (Served served = Served.of(Path.of(store), Served.options(), List.of("v1=*other*"))) {
            send(served, LINES);
            Served.await(() -> lines(served) >= LINES.size());
            Served.await(() -> tied(bench, store, "handler") > few);
            // The same handlers in another build are others.
            assertThat(tied(bench, store, "build")).isZero();
            served.post("/api/ingest?source=other", String.join("", Bench.lines("build-v1.log")));
            Served.await(() -> tied(bench, store, "build") == 1);
            assertThat(served.talk()).isEmpty();
        }
        long all = tied(bench, store, "handler");
        bench.run("map", "--code", code, "--store", store);
        assertThat(tied(bench, store, "handler")).as("all that `map` ties").isEqualTo(all);
    }

    private static long tied(Bench bench, String store, String column) {
        String answer = bench.run(
                        "query",
                        "SELECT count(DISTINCT " + column + ") AS n FROM mappings WHERE path IS NOT NULL",
                        "--store",
                        store,
                        "--output",
                        "csv")
                .out();
        return Long.parseLong(answer.lines().toList().getLast());
    }

    @Test
    void limitsAreToldAndNothingIsHalfTaken() throws IOException {
        ServerOptions.Limits standard = ServerOptions.Limits.STANDARD;
        ServerOptions.Limits small = new ServerOptions.Limits(
                standard.mostBodyBytes(),
                standard.mostTextBytes(),
                1,
                4,
                1,
                16,
                1 << 20,
                Duration.ofSeconds(10),
                new LiveLimits(1, 4_000, Duration.ofMillis(100)));
        try (Served served = Served.of(
                folder, new ServerOptions(InetAddress.getLoopbackAddress(), 0, null, Set.of(), Set.of(), small))) {
            send(served, LINES.subList(0, 10));
            long before = Files.size(folder.resolve("live/shop.conductor-recorder.log"));
            HttpResponse<String> full = served.post("/api/ingest?source=shop", String.join("", LINES));
            assertThat(full.statusCode()).isEqualTo(413);
            assertThat(full.body()).contains("SOURCE_FULL", "shop-2");
            assertThat(Files.size(folder.resolve("live/shop.conductor-recorder.log")))
                    .isEqualTo(before);
            HttpResponse<String> many = served.post("/api/ingest?source=other", LINES.getFirst());
            assertThat(many.statusCode()).isEqualTo(429);
            assertThat(served.post("/api/ingest?source=shop&format=conductor-console", LINES.get(11))
                            .statusCode())
                    .isEqualTo(409);
            assertThat(served.post("/api/ingest?source=shop&format=nothing", LINES.get(11))
                            .statusCode())
                    .isEqualTo(400);
        }
        try (Served served = Served.of(folder.resolve("b"))) {
            HttpResponse<String> unfit = served.post("/api/ingest?source=x", "what is this\nno log\n");
            assertThat(unfit.statusCode()).isEqualTo(422);
            assertThat(unfit.body()).contains("no known format");
            assertThat(folder.resolve("b/live")).isEmptyDirectory();
        }
    }

    @Test
    void changesAreTold() throws Exception {
        try (Served served = Served.of(folder)) {
            HttpRequest request =
                    HttpRequest.newBuilder(served.uri("/api/events")).build();
            try (BufferedReader events = new BufferedReader(new InputStreamReader(
                    served.client()
                            .send(request, HttpResponse.BodyHandlers.ofInputStream())
                            .body(),
                    StandardCharsets.UTF_8))) {
                assertThat(data(events)).contains("\"version\":1");
                send(served, LINES.subList(0, 40));
                assertThat(data(events)).contains("\"version\":2");
                assertThat(lines(served)).isEqualTo(40);
            }
        }
    }

    private static String data(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = events.readLine();
        }
        return String.valueOf(line);
    }

    private static void send(Served served, List<String> lines) {
        HttpResponse<String> answer = served.post("/api/ingest?source=shop", String.join("", lines));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"lines\":" + lines.size());
    }

    /// How many lines the store has read, of inputs that are there now.
    private static long lines(Served served) {
        long lines = 0;
        for (JsonNode row : served.json("/api/inputs").at("/exhibits/0/rows")) {
            lines += row.get(4).get("value").get("count").asLong();
        }
        return lines;
    }

    private JsonNode figures(Path store) {
        String sql = "SELECT (SELECT count(*) FROM sessions) AS sessions, (SELECT count(*) FROM inputs) AS inputs,"
                + " (SELECT count(*) FROM executions) AS executions, (SELECT sum(execution_id % 1000003) FROM executions) AS ids,"
                + " (SELECT count(*) FROM beat_runs) AS beats, (SELECT count(*) FROM handler_runs) AS handlers,"
                + " (SELECT sum(own_nanos) FROM handler_runs) AS own, (SELECT count(*) FROM state_changes) AS states,"
                + " (SELECT sum(lines) FROM ledger) AS ledger";
        return new Bench(folder)
                .run("query", sql, "--store", store.toString(), "--output", "json")
                .json();
    }
}

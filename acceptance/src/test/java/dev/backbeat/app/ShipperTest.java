package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.app.server.BackbeatServer;
import dev.backbeat.app.server.ServerOptions;
import dev.backbeat.ingest.redaction.RedactionRules;
import dev.backbeat.model.Time;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page of another origin, or a Node process, prints is in the answers soon after.
@Isolated("it waits for what a busy processor delays")
class ShipperTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path RECORDERS = Pages.root().resolve("recorders");
    private static final Path SESSIONS = Pages.root().resolve("samples/storefront/sessions");
    /// How long it takes is measured in `bench/`; here other tests may take the processor.
    private static final Duration SOON = Duration.ofSeconds(20);

    /// Prints records of a log again, as they were printed.
    private static final String REPLAY = """
            export function replay(log) {
              for (const record of log.split(/\\n(?=\\[\\d{4}-)/)) {
                const [, level, text] = /^\\[\\S+\\] ([A-Z]+) ([^]*?)\\n?$/.exec(record);
                console[level.toLowerCase()](text);
              }
            }
            """;

    @TempDir
    Path folder;

    private final List<String> talk = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer pages;
    private BackbeatServer server;
    private String base;
    private String origin;

    @BeforeEach
    void serve() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        origin = "http://127.0.0.1:" + pages.getAddress().getPort();
        page("/", "text/html", "<!doctype html><title>shop</title><link rel=icon href=data:,>");
        page("/shipper.mjs", "text/javascript", Files.readString(RECORDERS.resolve("console-shipper.mjs")));
        page("/replay.mjs", "text/javascript", REPLAY);
        pages.start();
        ServerOptions options = new ServerOptions(
                InetAddress.getLoopbackAddress(), 0, null, Set.of(origin), Set.of(), ServerOptions.Limits.STANDARD);
        AnalyzeRequest manner = new AnalyzeRequest(
                folder.resolve("store"),
                List.of(),
                null,
                BuildRules.of(List.of()),
                List.of(),
                List.of(),
                RedactionRules.standard(),
                Time.NANOS_PER_SECOND,
                10);
        server = BackbeatServer.start(Catalog.parts(), folder.resolve("store"), manner, options, talk::add);
        base = "http://127.0.0.1:%d/".formatted(server.port());
    }

    @AfterEach
    void end() {
        client.shutdownNow();
        server.close();
        pages.stop(0);
        assertThat(talk).isEmpty();
    }

    private void page(String path, String type, String text) {
        pages.createContext(path, exchange -> {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    @Test
    void whatAPageOfAnotherOriginPrintsIsInTheAnswersSoon() throws Exception {
        String log = Files.readString(SESSIONS.resolve("browse-and-buy.log"));
        int half = log.indexOf("\n[", log.length() / 2) + 1;
        try (Chromium chromium = new Chromium();
                Chromium.Visit visit = chromium.visit(origin + "/", 800, 600, ColorScheme.LIGHT);
                BufferedReader events = events()) {
            Page page = visit.page();
            page.evaluate("""
                    async (server) => {
                      const { ship } = await import("/shipper.mjs");
                      window.replay = (await import("/replay.mjs")).replay;
                      window.shipper = ship({ server, source: "shop" });
                    }
                    """, base);
            page.evaluate("log => replay(log)", log.substring(0, half));
            awaitBeats(events, 1, SOON);
            page.evaluate("log => replay(log)", log.substring(half));
            awaitBeats(events, beatsThatRan("browse-and-buy"), SOON);
            assertThat(JSON.writeValueAsString(page.evaluate("shipper.state()")))
                    .contains("\"dropped\":0", "\"refused\":0", "\"failures\":0", "\"queued\":0");
            page.evaluate("console.log('the page goes'), location.assign('/gone')");
            page.waitForURL(origin + "/gone");
            awaitText("shop", "the page goes");
            assertThat(visit.trouble())
                    .noneMatch(said -> said.contains("CORS") || said.contains("Uncaught"))
                    .filteredOn(said -> said.startsWith("asks for "))
                    .allMatch(said -> said.startsWith("asks for " + base + "api/ingest?source=shop"));
        }
    }

    @Test
    void twoTabsAreTwoLogsAndTheNextTabGoesOnWithTheOneThatIsFree() throws Exception {
        try (Chromium chromium = new Chromium();
                Chromium.Visit one = chromium.visit(origin + "/", 800, 600, ColorScheme.LIGHT);
                Chromium.Visit two = chromium.visit(origin + "/", 800, 600, ColorScheme.LIGHT)) {
            ship(one.page(), "the first tab");
            awaitText("shop", "the first tab");
            ship(two.page(), "the second tab");
            awaitText("shop.2", "the second tab");
            one.page().navigate(origin + "/");
            ship(one.page(), "the first tab again");
            awaitText("shop", "the first tab again");
        }
    }

    private void ship(Page page, String text) {
        page.evaluate("""
                async ([server, text]) => {
                  const { ship } = await import("/shipper.mjs");
                  ship({ server, source: "shop" });
                  console.log(text);
                }
                """, List.of(base, text));
    }

    /// The calls of RenderX's `apiClient.ts`, whose JSON makes the browser ask for permission first.
    @Test
    void aPageOfAnotherOriginMaySendTelemetryAsRenderXDoes() {
        try (Chromium chromium = new Chromium();
                Chromium.Visit visit = chromium.visit(origin + "/", 800, 600, ColorScheme.LIGHT)) {
            String said = JSON.writeValueAsString(visit.page().evaluate("""
                    async (base) => {
                      const post = async (path, body) => {
                        const headers = { "content-type": "application/json" };
                        const answer = await fetch(base + path, { headers, method: "POST", body: JSON.stringify(body) });
                        const type = answer.headers.get("content-type") || "";
                        return [answer.status, type.includes("application/json"), await answer.json()];
                      };
                      const event = { source: "frontend", timestamp: new Date().toISOString(), eventType: "a.b",
                          payload: { "deep": [1, null, "é"] }, correlationId: "c" };
                      return [await post("api/telemetry/event", event),
                          await post("api/telemetry/batch", { sessionId: "s", events: [event, { eventType: "c.d" }] })];
                    }
                    """, base));
            assertThat(said).containsSubsequence("[200,true,{", "\"success\":true", "[200,true,{", "\"success\":true");
        }
    }

    @Test
    void whatAProcessPrintsIsInTheAnswersWhenItHasEnded() throws Exception {
        Files.writeString(folder.resolve("replay.mjs"), REPLAY);
        Files.writeString(folder.resolve("shop.mjs"), """
                import { readFileSync } from "node:fs";
                import { replay } from "./replay.mjs";
                const { ship } = await import(process.argv[2]);
                ship({ server: process.argv[3], source: "node" });
                replay(readFileSync(process.argv[4], "utf8"));
                """);
        String printed = node(
                folder.resolve("shop.mjs").toString(),
                RECORDERS.resolve("console-shipper.mjs").toUri().toString(),
                base,
                SESSIONS.resolve("browse-and-buy.log").toString());
        assertThat(printed).contains("Executing beat");
        try (BufferedReader events = events()) {
            awaitBeats(events, beatsThatRan("browse-and-buy"), Duration.ofSeconds(10));
        }
    }

    @Test
    void theShipperKeepsItsPromises() throws Exception {
        assertThat(node("--test", RECORDERS.toString())).contains("# fail 0").contains("# pass 8");
    }

    /// What a Node process prints; it has to end well.
    private String node(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "node", ".txt");
        ProcessBuilder builder = new ProcessBuilder("node");
        builder.command().addAll(List.of(arguments));
        builder.environment().remove("NODE_TEST_CONTEXT");
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(output);
        assertThat(ended).as(said).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private BufferedReader events() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(base + "api/events")).build();
        return new BufferedReader(new InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8));
    }

    /// Asks whenever the server says that something changed, until there are as many runs of beats.
    private void awaitBeats(BufferedReader events, long expected, Duration most) throws Exception {
        long begun = System.nanoTime();
        long beats = beats();
        while (beats < expected) {
            String line = events.readLine();
            assertThat(line).as("the server still tells").isNotNull();
            beats = line.startsWith("data:") ? beats() : beats;
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .as("%d of %d beats after", beats, expected)
                    .isLessThan(most);
        }
        assertThat(expected == 1 || beats == expected)
                .as("%d of %d beats", beats, expected)
                .isTrue();
    }

    private long beats() throws Exception {
        long beats = 0;
        for (JsonNode row : ask("api/executions?limit=1000").at("/exhibits/0/rows")) {
            beats += row.at("/5/value/count").asLong();
        }
        return beats;
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).build();
        return JSON.readTree(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /// Those that the sample says to have run.
    private static long beatsThatRan(String session) throws IOException {
        long beats = 0;
        for (JsonNode execution : JSON.readTree(Files.readString(SESSIONS.resolve(session + ".truth.json")))
                .get("executions")) {
            beats += execution.get("beats").size();
        }
        return beats;
    }

    /// What is sent as a page goes has nobody who waits for it.
    private void awaitText(String source, String text) throws Exception {
        Path file = folder.resolve("store/live/" + source + ".conductor-recorder.log");
        long end = System.nanoTime() + SOON.toNanos();
        while (!Files.exists(file) || !Files.readString(file).contains(text)) {
            assertThat(System.nanoTime()).as("`%s` is in the log", text).isLessThan(end);
            Thread.sleep(20);
        }
    }
}

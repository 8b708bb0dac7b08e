package dev.backbeat.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.app.server.BackbeatServer;
import dev.backbeat.app.server.ServerOptions;
import dev.backbeat.ingest.redaction.RedactionRules;
import dev.backbeat.model.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of a server: empty at first, then following what is sent.
class ServedPageTest {

    private static final String HOSTILE =
            "[2026-11-22T23:59:59.000Z] ERROR <script>alert(1)</script><img src=x onerror=alert(2)>\n";

    @TempDir
    Path folder;

    private final List<String> talk = new CopyOnWriteArrayList<>();
    private BackbeatServer server;
    private Chromium chromium;

    @BeforeEach
    void serve() {
        ServerOptions options = new ServerOptions(
                InetAddress.getLoopbackAddress(), 0, null, Set.of(), Set.of(), ServerOptions.Limits.STANDARD);
        AnalyzeRequest manner = new AnalyzeRequest(
                folder,
                List.of(),
                null,
                BuildRules.of(List.of()),
                List.of(),
                List.of(),
                RedactionRules.standard(),
                Time.NANOS_PER_SECOND,
                10);
        server = BackbeatServer.start(Catalog.parts(), folder, manner, options, talk::add);
        chromium = new Chromium();
    }

    @AfterEach
    void end() {
        chromium.close();
        server.close();
        assertThat(talk).isEmpty();
    }

    @Test
    void linesThatAreSentAreOnThePageWithinTwoSeconds() throws IOException, InterruptedException {
        String base = "http://127.0.0.1:%d/".formatted(server.port());
        String session = Files.readString(Pages.root().resolve("samples/storefront/sessions/browse-and-buy.log"));
        int half = session.indexOf("\n[", session.length() / 2) + 1;
        try (Chromium.Visit visit = chromium.visit(base, 1280, 900, ColorScheme.LIGHT)) {
            Page page = visit.page();
            assertThat(page.locator("main")).containsText("Nothing is in the store yet");
            assertThat(page.locator("main")).containsText("/api/ingest?source=shop");
            Axe.check(page);
            visit.shot("served-empty-light-1280");
            post(base, session.substring(0, half) + HOSTILE);
            LocatorAssertions.ContainsTextOptions soon = new LocatorAssertions.ContainsTextOptions().setTimeout(2_000);
            assertThat(page.locator("nav.answers")).containsText("Profile", soon);
            String before = page.locator(".summary").first().innerText();
            post(base, session.substring(half));
            assertThat(page.locator(".summary").first())
                    .not()
                    .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(2_000));
            assertThat(page.locator("script")).hasCount(1);
            assertThat(page.locator("img")).hasCount(0);
            Axe.check(page);
            visit.shot("served-light-1280");
            assertThat(visit.trouble()).isEmpty();
        }
    }

    private static void post(String base, String lines) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "api/ingest?source=shop"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.backbeat.app.live.LiveLimits;
import dev.backbeat.app.server.ServerOptions;
import dev.backbeat.model.BackbeatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever is not meant to reach the server does not; whoever does can't hurt it.
class ServeSafetyTest {

    private static final String TOKEN = "a-token-of-some-length";

    @TempDir
    Path folder;

    private Served served;

    @BeforeEach
    void serve() {
        served = Served.of(folder, "http://localhost:5173");
    }

    @AfterEach
    void end() {
        served.close();
    }

    @Test
    void namesThatWereReboundAreRefused() {
        for (String host : List.of(
                "evil.example", "evil.example:" + served.server().port(), "127.0.0.1.evil.example", "", "10.0.0.1")) {
            String answer = served.raw("GET /api/sessions HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(host).doesNotStartWith("HTTP/1.1 200").doesNotContain("exhibits");
        }
        assertThat(served.raw("GET /api/sessions HTTP/1.0\r\n\r\n")).doesNotContain("exhibits");
        assertThat(
                        served.raw(
                                "GET http://evil.example/api/sessions HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .doesNotContain("exhibits");
        assertThat(served.raw("GET /api/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void pagesOfStrangersCanNotWrite() {
        for (String origin : List.of(
                "http://evil.example",
                "null",
                "https://127.0.0.1:" + served.server().port(),
                "http://localhost:5174")) {
            HttpResponse<String> answer = served.post("/api/ingest", "x\n", "Origin", origin);
            assertThat(answer.statusCode()).as(origin).isEqualTo(403);
            assertThat(answer.body()).contains("ORIGIN");
            assertThat(answer.headers().firstValue("access-control-allow-origin"))
                    .isEmpty();
        }
        assertThat(served.raw("OPTIONS /api/ingest HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example\r\n"
                        + "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
        assertThat(served.raw("OPTIONS /api/ingest HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:5173\r\n"
                        + "Access-Control-Request-Method: POST\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 204")
                .contains("access-control-allow-origin: http://localhost:5173");
        assertThat(served.ask("/api/sessions", "Origin", "http://localhost:5173")
                        .headers()
                        .map())
                .doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepBrowsersSafe() {
        for (String path : List.of("/", "/api/sessions", "/nowhere", "/api/analyses/profile?x=y", "/page/report.js")) {
            var headers = served.ask(path).headers();
            assertThat(headers.firstValue("content-security-policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
            assertThat(headers.firstValue("referrer-policy")).contains("no-referrer");
            assertThat(headers.firstValue("server")).isEmpty();
        }
        assertThat(served.ask("/").body()).doesNotContain("<script>").doesNotContain("<style");
    }

    @Test
    void nothingButWhatIsThereCanBeReached() {
        for (String path : List.of(
                "/../../etc/passwd",
                "/page/../../../etc/passwd",
                "/page/%2e%2e/%2e%2e/etc/passwd",
                "/page/..%2f..%2fetc/passwd",
                "/page/report.js/../../../x",
                "/api/rules/../../../x",
                "//etc/passwd",
                "/%00",
                "/api/raw/1/0/../../..",
                "/page/report.js%00.html")) {
            assertThat(served.get(path))
                    .as(path)
                    .doesNotContain("root:")
                    .doesNotContain("\tat ")
                    .doesNotContain("Exception");
        }
        assertThat(served.get("/../../etc/passwd")).doesNotStartWith("HTTP/1.1 200");
    }

    @Test
    void brokenRequestsGetNoTraces() {
        for (String request : List.of(
                "NONSENSE\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(40_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "DELETE /api/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "POST /api/ingest HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"
                        + "Connection: close\r\n\r\n0\r\n\r\n")) {
            String answer = served.raw(request);
            String begin = request.substring(0, Math.min(40, request.length()));
            assertThat(answer).as(begin).doesNotStartWith("HTTP/1.1 200").doesNotContain("\tat ");
            assertThat(answer)
                    .as(begin)
                    .doesNotContain("Exception")
                    .doesNotContain("armeria")
                    .doesNotContain("netty");
        }
        assertThat(served.ask("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void bodiesAreLimitedAsTheyComeAndAsTheyUnfold() throws IOException {
        HttpResponse<String> large = served.post("/api/ingest", new byte[5 << 20]);
        assertThat(large.statusCode()).as(large.body() + served.talk()).isEqualTo(413);
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 200; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        HttpResponse<String> answer = served.post("/api/ingest", bomb.toByteArray(), "Content-Encoding", "gzip");
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("TOO_LARGE", "hint");
        assertThat(served.post("/api/ingest", "x", "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(served.post("/api/ingest", "x", "Content-Encoding", "br").statusCode())
                .isEqualTo(415);
        assertThat(served.post("/api/ingest", "x", "Content-Type", "text/html").statusCode())
                .isEqualTo(415);
        assertThat(served.post("/api/ingest?source=../x", "x").statusCode()).isEqualTo(400);
        assertThat(served.post("/api/ingest", "").statusCode()).isEqualTo(400);
        String deep = "[".repeat(100_000);
        assertThat(served.post("/api/telemetry/event", deep, "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void withATokenNothingIsAnsweredWithoutIt() {
        served.close();
        served = Served.of(
                folder,
                new ServerOptions(
                        InetAddress.getLoopbackAddress(), 0, TOKEN, Set.of(), Set.of(), ServerOptions.Limits.STANDARD));
        for (String path : List.of(
                "/", "/api/sessions", "/api/openapi.json", "/metrics", "/api/events", "/nowhere", "/?token=wrong")) {
            assertThat(served.ask(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(served.post("/api/ingest", "x").statusCode()).isEqualTo(401);
        assertThat(served.ask("/health/live").statusCode()).isEqualTo(200);
        assertThat(served.ask("/api/sessions", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
        assertThat(served.ask("/api/sessions", "Authorization", "Bearer " + TOKEN + "x")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> entry = served.ask("/?token=" + TOKEN);
        assertThat(entry.statusCode()).isEqualTo(303);
        assertThat(entry.headers().firstValue("location")).contains("/");
        String cookie = entry.headers().firstValue("set-cookie").orElse("");
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        assertThat(served.ask("/api/sessions", "Cookie", cookie.split(";")[0]).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsSaidToBe() {
        int port = served.server().port();
        assertThatThrownBy(() -> Served.of(
                        folder.resolve("other"),
                        new ServerOptions(
                                InetAddress.getLoopbackAddress(),
                                port,
                                null,
                                Set.of(),
                                Set.of(),
                                ServerOptions.Limits.STANDARD)))
                .isInstanceOf(BackbeatException.class)
                .hasMessageContaining("can't be bound")
                .satisfies(e ->
                        assertThat(((BackbeatException) e).hint().orElse("")).contains("--port"));
        try (Served other = Served.of(folder.resolve("other"))) {
            assertThat(other.ask("/health/live").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSlowBodyTimesOut() {
        served.close();
        ServerOptions.Limits limits = new ServerOptions.Limits(
                1 << 20, 1 << 20, 1, 1, 1, 8, 1 << 20, Duration.ofMillis(300), LiveLimits.STANDARD);
        served = Served.of(
                folder, new ServerOptions(InetAddress.getLoopbackAddress(), 0, null, Set.of(), Set.of(), limits));
        String answer = served.raw("POST /api/ingest HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nx");
        assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotContain("\tat ");
        assertThat(new String(answer.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .contains("503");
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server of a store, for a browser to look at.
///
/// @param talk what it says goes wrong
record Serving(BackbeatServer server, List<String> talk) implements AutoCloseable {

    static Serving of(Path store) {
        List<String> talk = new CopyOnWriteArrayList<>();
        ServerOptions options = new ServerOptions(
                InetAddress.getLoopbackAddress(), 0, null, Set.of(), Set.of(), ServerOptions.Limits.STANDARD);
        AnalyzeRequest manner = new AnalyzeRequest(
                store,
                List.of(),
                null,
                BuildRules.of(List.of()),
                List.of(),
                List.of(),
                RedactionRules.standard(),
                Time.NANOS_PER_SECOND,
                10);
        return new Serving(BackbeatServer.start(Catalog.parts(), store, manner, options, talk::add), talk);
    }

    String base() {
        return "http://127.0.0.1:%d/".formatted(server.port());
    }

    void post(String lines) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(base() + "api/ingest?source=shop"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(base() + path)).build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        server.close();
        assertThat(talk).isEmpty();
    }
}

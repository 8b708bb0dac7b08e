package dev.backbeat.app;

import dev.backbeat.app.engine.AnalyzeRequest;
import dev.backbeat.app.ingest.BuildRules;
import dev.backbeat.app.server.BackbeatServer;
import dev.backbeat.app.server.ServerOptions;
import dev.backbeat.ingest.redaction.RedactionRules;
import dev.backbeat.model.Time;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A server of a store in a folder, and somebody who asks it.
record Served(BackbeatServer server, HttpClient client, List<String> talk) implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static Served of(Path store, String... origins) {
        return of(store, options(origins));
    }

    /// Those of a server at any free port that pages of these origins may post to.
    static ServerOptions options(String... origins) {
        return new ServerOptions(
                InetAddress.getLoopbackAddress(), 0, null, Set.of(origins), Set.of(), ServerOptions.Limits.STANDARD);
    }

    static Served of(Path store, ServerOptions options) {
        return of(store, options, List.of());
    }

    /// @param builds what builds are called, as `--build` takes it
    static Served of(Path store, ServerOptions options, List<String> builds) {
        List<String> talk = new CopyOnWriteArrayList<>();
        AnalyzeRequest manner = new AnalyzeRequest(
                store,
                List.of(),
                null,
                BuildRules.of(builds),
                List.of(),
                List.of(),
                RedactionRules.standard(),
                Time.NANOS_PER_SECOND,
                10);
        BackbeatServer server = BackbeatServer.start(Catalog.parts(), store, manner, options, talk::add);
        return new Served(server, HttpClient.newHttpClient(), talk);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> ask(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    JsonNode json(String path) {
        return JSON.readTree(ask(path).body());
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        if (!all.contains("Content-Type")) {
            all.addAll(List.of("Content-Type", "text/plain"));
        }
        return send(HttpRequest.newBuilder(uri(path))
                .headers(all.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Sends bytes as they are, and gives all that comes back.
    String raw(String request) {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(2_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketTimeoutException | SocketException e) {
                // The server keeps the connection, or has cut it: what came is the answer.
                return answer.toString(StandardCharsets.UTF_8);
            }
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same, with the host that is right, and an end.
    String get(String target, String... headers) {
        return raw("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\nConnection: close\r\n"
                + String.join(
                        "",
                        List.of(headers).stream().map(header -> header + "\r\n").toList()) + "\r\n");
    }

    static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not come about in 20 seconds");
            }
            Thread.onSpinWait();
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        server.close();
    }
}

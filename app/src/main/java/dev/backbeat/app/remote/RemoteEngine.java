package dev.backbeat.app.remote;

import dev.backbeat.app.engine.Engine;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An engine that asks the server which holds the store.
public final class RemoteEngine {

    /// Where the server is asked.
    public static final String PATH = "/api/command-line";
    /// The header that holds the key of the file beside the store.
    public static final String KEY = "x-backbeat-key";
    /// How long an answer may take.
    public static final Duration LONGEST = Duration.ofMinutes(10);

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final int OK = 200;

    private final Path store;
    private final Serving server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(SOON)
            .build();

    private RemoteEngine(Path store, Serving server) {
        this.store = store;
        this.server = server;
    }

    /// @param store the folder of the store
    /// @throws BackbeatException where the server does not answer, or is of another version
    public static Engine of(Path store, Serving server) {
        if (!server.version().equals(Serving.ownVersion())) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "the store `%s` is held by `backbeat serve` of version %s (process %d); this is %s"
                            .formatted(store, server.version(), server.pid(), Serving.ownVersion()),
                    "end that server and start it anew with this version");
        }
        RemoteEngine remote = new RemoteEngine(store, server);
        HttpRequest alive = remote.request("/health/live", SOON).GET().build();
        remote.send(alive);
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(),
                new Class<?>[] {Engine.class},
                (proxy, method, arguments) -> remote.ask(method, arguments));
    }

    private @Nullable Object ask(Method method, @Nullable Object @Nullable [] arguments) throws IOException {
        if (method.getName().equals("close")) {
            client.shutdownNow();
            return null;
        }
        if (!Calls.canBeAsked(method)) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "the store `%s` is held by `backbeat serve` (process %d), and only that writes to it"
                            .formatted(store, server.pid()),
                    "send lines to `%s/api/ingest?source=<name>`, or end the server first".formatted(server.base()));
        }
        HttpRequest question = request(PATH, LONGEST)
                .header("content-type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Calls.question(method, arguments)))
                .build();
        byte[] reply = send(question);
        try {
            return Calls.answer(reply);
        } catch (IOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.STORE,
                            "the answer of the server that holds `%s` can't be read".formatted(store),
                            "it may be of another build: end it and start it anew")
                    .causedBy(e);
        }
    }

    private HttpRequest.Builder request(String path, Duration longest) {
        return HttpRequest.newBuilder(URI.create(server.base() + path))
                .timeout(longest)
                .header(KEY, server.key());
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw BackbeatException.withHint(
                        ErrorCode.STORE,
                        "the server that holds `%s` (process %d) refused with status %d"
                                .formatted(store, server.pid(), answer.statusCode()),
                        "its own output says more; try again, or end it first");
            }
            return answer.body();
        } catch (IOException e) {
            throw (server.isAlive()
                            ? BackbeatException.withHint(
                                    ErrorCode.STORE,
                                    "the store `%s` is held by `backbeat serve` (process %d), which does not answer"
                                            .formatted(store, server.pid()),
                                    "try again, or end that process first")
                            : BackbeatException.withHint(
                                    ErrorCode.STORE,
                                    "the server that held `%s` ended while it was asked".formatted(store),
                                    "run this again: the store is free now"))
                    .causedBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "it was interrupted")
                    .causedBy(e);
        }
    }
}

package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpMethod;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Every request passes here: through the gate, to its endpoint, and counted.
final class Site implements HttpService {

    private static final String NOWHERE = "other";

    private final Gate gate;
    private final List<Endpoint> endpoints;
    private final Metrics metrics;
    private final Consumer<Throwable> defects;

    private record Found(Endpoint endpoint, Map<String, String> places) {}

    /// @param defects is told of what should not have happened
    Site(Gate gate, List<Endpoint> endpoints, Metrics metrics, Consumer<Throwable> defects) {
        this.gate = gate;
        this.endpoints = endpoints;
        this.metrics = metrics;
        this.defects = defects;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        Optional<Found> found = find(context.decodedPath(), request.method());
        String name = found.map(one -> one.endpoint().path()).orElse(NOWHERE);
        var _ = context.log().whenComplete().thenAccept(log -> {
            if (log.responseHeaders() != null) {
                metrics.request(name, log.responseHeaders().status().code(), log.totalDurationNanos());
            }
        });
        Map<String, String> headers = new LinkedHashMap<>(Gate.always());
        if (found.isPresent() && found.get().endpoint().foreign()) {
            headers.putAll(gate.crossOrigin(request.headers()));
        }
        try {
            return serve(context, request, found, headers);
        } catch (RuntimeException e) {
            return plain(request, headers, failed(e));
        }
    }

    private HttpResponse serve(
            ServiceRequestContext context, HttpRequest request, Optional<Found> found, Map<String, String> headers) {
        Optional<Reply> refused = gate.refusal(request.headers());
        if (refused.isPresent()) {
            return plain(request, headers, refused.get());
        }
        if (request.method() == HttpMethod.OPTIONS && found.isPresent()) {
            return plain(request, headers, new Reply(204, "", new byte[0], Map.of()));
        }
        boolean open = found.isPresent() && found.get().endpoint().open();
        Optional<Reply> locked = open ? Optional.empty() : gate.withoutToken(request.headers());
        Optional<Reply> entry = entry(context, request);
        if (entry.isPresent()) {
            return plain(request, headers, entry.get());
        }
        if (locked.isPresent()) {
            return plain(request, headers, locked.get());
        }
        if (found.isEmpty()) {
            return plain(request, headers, Reply.notFound(shown(context.decodedPath())));
        }
        Endpoint endpoint = found.get().endpoint();
        HttpMethod method = request.method() == HttpMethod.HEAD ? HttpMethod.GET : request.method();
        if (!endpoint.method().equals(method.name())) {
            return plain(request, headers, notAllowed(endpoint));
        }
        Asked asked = new Asked(endpoint, found.get().places(), context.queryParams());
        return endpoint.service().serve(new Exchange(context, request, asked, headers));
    }

    /// Turns the token of an address into a cookie, and the address into one that does not hold it.
    private Optional<Reply> entry(ServiceRequestContext context, HttpRequest request) {
        String said = context.queryParams().get("token");
        boolean asks = context.decodedPath().equals("/") && request.method() == HttpMethod.GET;
        if (said == null || !asks || !gate.isToken(said)) {
            return Optional.empty();
        }
        String cookie = Gate.COOKIE + "=" + said + "; Path=/; HttpOnly; SameSite=Strict";
        return Optional.of(new Reply(
                303, "", new byte[0], Map.of("location", "/", "set-cookie", cookie, "cache-control", Reply.NO_STORE)));
    }

    private static Reply notAllowed(Endpoint endpoint) {
        return Reply.trouble(
                        405,
                        "METHOD",
                        "`%s` takes %s only".formatted(endpoint.path(), endpoint.method()),
                        "`/api/openapi.json` lists what there is")
                .with("allow", endpoint.method().equals("GET") ? "GET, HEAD" : endpoint.method());
    }

    private Optional<Found> find(String path, HttpMethod method) {
        Found other = null;
        for (Endpoint endpoint : endpoints) {
            Optional<Map<String, String>> places = endpoint.match(path);
            if (places.isPresent()) {
                Found here = new Found(endpoint, places.get());
                if (endpoint.method().equals(method.name())) {
                    return Optional.of(here);
                }
                other = other == null ? here : other;
            }
        }
        return Optional.ofNullable(other);
    }

    /// An answer that needs nothing of the body.
    private static HttpResponse plain(HttpRequest request, Map<String, String> headers, Reply reply) {
        HttpResponse response = reply.response(headers, request.method() == HttpMethod.HEAD);
        return request.method() == HttpMethod.POST
                ? HttpResponse.of(Drain.of(request).thenApply(_ -> response))
                : response;
    }

    private Reply failed(Throwable trouble) {
        Reply reply = Reply.trouble(trouble);
        if (reply.status() == Reply.DEFECT) {
            defects.accept(trouble);
        }
        return reply;
    }

    private static String shown(String path) {
        return path.length() > 100 ? path.substring(0, 100) + "…" : path;
    }
}

package dev.backbeat.app.server;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells listeners that the store has changed. A listener that does not keep up is told of the latest change only.
final class Changes implements AutoCloseable {

    private static final long HEARTBEAT_SECONDS = 15;

    private final StoreVersion version;
    private final int mostListeners;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backbeat-changes").factory());

    Changes(StoreVersion version, int mostListeners) {
        this.version = version;
        this.mostListeners = mostListeners;
        var _ = clock.scheduleAtFixedRate(
                () -> listeners.forEach(listener -> listener.say(": still here\n\n")),
                HEARTBEAT_SECONDS,
                HEARTBEAT_SECONDS,
                TimeUnit.SECONDS);
    }

    private final class Listener {
        private final HttpResponseWriter writer;
        private boolean saying;
        private String next = "";

        Listener(HttpResponseWriter writer) {
            this.writer = writer;
        }

        synchronized void say(String event) {
            if (saying) {
                // A change is not forgotten for a heartbeat.
                next = event.startsWith(":") && !next.isEmpty() ? next : event;
                return;
            }
            saying = true;
            if (!writer.tryWrite(HttpData.ofUtf8(event))) {
                listeners.remove(this);
                return;
            }
            var _ = writer.whenConsumed().thenRun(this::said);
        }

        private synchronized void said() {
            saying = false;
            if (!next.isEmpty()) {
                String event = next;
                next = "";
                say(event);
            }
        }
    }

    /// Answers with the current version and then each change.
    HttpResponse listen(Exchange exchange) {
        if (listeners.size() >= mostListeners) {
            return exchange.reply(
                    Reply.trouble(429, "BUSY", "too many listen to changes", "close pages that are not looked at")
                            .with("retry-after", "5"));
        }
        exchange.context().clearRequestTimeout();
        HttpResponseWriter writer = HttpResponse.streaming();
        ResponseHeadersBuilder headers = ResponseHeaders.builder(200);
        exchange.headers().forEach(headers::set);
        headers.set("content-type", Endpoint.Shape.EVENTS.type());
        headers.set("cache-control", Reply.NO_STORE);
        writer.write(headers.build());
        Listener listener = new Listener(writer);
        listeners.add(listener);
        var _ = writer.whenComplete().whenComplete((none, trouble) -> listeners.remove(listener));
        listener.say("retry: 1000\n" + event());
        return writer;
    }

    /// The store holds something else now.
    void tell() {
        listeners.forEach(listener -> listener.say(event()));
    }

    private String event() {
        String tag = version.tag();
        return "id: %s\nevent: store\ndata: {\"version\":%d,\"tag\":\"%s\"}\n\n".formatted(tag, version.number(), tag);
    }

    int listeners() {
        return listeners.size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        listeners.forEach(listener -> listener.writer.close());
    }
}

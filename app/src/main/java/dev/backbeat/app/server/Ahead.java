package dev.backbeat.app.server;

import com.linecorp.armeria.common.QueryParams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Works out what the overview asks before anybody does: when the server starts, and when the store has
/// changed and then rests. One question at a time, and only while nobody is being answered; a request
/// makes it give way.
final class Ahead implements AutoCloseable {

    /// What the overview asks first; `ROWS` in `ui/src/dashboard/findings.ts` says how many rows.
    static final List<String> OVERVIEW = List.of(
            "/api/content",
            "/api/sessions?limit=1",
            "/api/contradictions",
            "/api/analyses/coverage?top=10000",
            "/api/analyses/profile?top=25",
            "/api/analyses/conformance?top=200",
            "/api/analyses/timeline?buckets=1",
            "/api/scope");

    private static final long LOOK_MILLIS = 200;
    private static final Duration RESTS = Duration.ofSeconds(2);

    private final StoreVersion version;
    private final Answers answers;
    private final List<Endpoint> endpoints;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("backbeat-ahead").factory());
    private long done;
    private int next;
    private long seen;
    private long seenNanos;

    private Ahead(StoreVersion version, Answers answers, List<Endpoint> endpoints) {
        this.version = version;
        this.answers = answers;
        this.endpoints = List.copyOf(endpoints);
        this.seen = version.number();
        // The first time there is nothing to wait for.
        this.seenNanos = System.nanoTime() - RESTS.toNanos();
    }

    static Ahead start(StoreVersion version, Answers answers, List<Endpoint> endpoints) {
        Ahead ahead = new Ahead(version, answers, endpoints);
        var _ = ahead.clock.scheduleWithFixedDelay(ahead::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return ahead;
    }

    /// Begins the next question where it is time to.
    private void look() {
        long now = version.number();
        if (now != seen) {
            seen = now;
            seenNanos = System.nanoTime();
            next = 0;
        }
        boolean rests = System.nanoTime() - seenNanos >= RESTS.toNanos();
        // At the start nobody has asked yet; later, whoever asks may be about to ask more.
        Duration since = done == 0 ? Duration.ZERO : RESTS;
        if (done == now || !rests || !answers.isIdle(since)) {
            return;
        }
        while (next < OVERVIEW.size()) {
            if (begin(OVERVIEW.get(next))) {
                // It comes again until it is known: it may have had to give way.
                return;
            }
            next++;
        }
        done = now;
    }

    private boolean begin(String question) {
        String[] parts = question.split("\\?", 2);
        QueryParams query = parts.length > 1 ? QueryParams.fromQueryString(parts[1]) : QueryParams.of();
        return endpoints.stream()
                .filter(endpoint -> endpoint.path().equals(parts[0]))
                .map(endpoint -> endpoint.service() instanceof Stored stored
                        && stored.ahead(new Asked(endpoint, Map.of(), query)))
                .findFirst()
                .orElse(false);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}

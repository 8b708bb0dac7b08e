package dev.backbeat.app.server;

import dev.backbeat.app.live.Taking;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// What the server counts of itself, as OpenMetrics.
final class Metrics {

    static final String TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final double NANOS_PER_SECOND = 1e9;

    /// Upper ends of the buckets of durations, in nanoseconds.
    private static final long[] ENDS = {
        1_000_000L, 5_000_000L, 25_000_000L, 100_000_000L, 500_000_000L, 2_000_000_000L, 10_000_000_000L
    };

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<String, Durations> durations = new ConcurrentSkipListMap<>();
    private final Map<String, LongSupplier> gauges = new TreeMap<>();
    private final Map<String, String> helps = new TreeMap<>();
    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder ingestBytes = new LongAdder();
    private final LongAdder ingestLines = new LongAdder();
    private final LongAdder ingestPosts = new LongAdder();
    private final LongAdder ingestRefused = new LongAdder();
    private final LongAdder secretsMasked = new LongAdder();

    private static final class Durations {
        private final LongAdder[] buckets = new LongAdder[ENDS.length + 1];
        private final LongAdder sumNanos = new LongAdder();

        Durations() {
            for (int i = 0; i < buckets.length; i++) {
                buckets[i] = new LongAdder();
            }
        }

        void add(long nanos) {
            int bucket = 0;
            while (bucket < ENDS.length && nanos > ENDS[bucket]) {
                bucket++;
            }
            buckets[bucket].increment();
            sumNanos.add(nanos);
        }
    }

    /// @param path of the endpoint, not what was asked for, which strangers could make endless
    void request(String path, int status, long nanos) {
        String labels = "path=\"" + path + "\",status=\"" + status + "\"";
        requests.computeIfAbsent(labels, key -> new LongAdder()).increment();
        durations.computeIfAbsent(path, key -> new Durations()).add(nanos);
    }

    void cached(boolean hit) {
        (hit ? hits : misses).increment();
    }

    void taken(Taking taking) {
        ingestPosts.increment();
        if (taking instanceof Taking.Taken taken) {
            ingestBytes.add(taken.bytes());
            ingestLines.add(taken.lines());
            secretsMasked.add(taken.secretsMasked());
        } else {
            ingestRefused.increment();
        }
    }

    /// @param name with its unit last
    void gauge(String name, String help, LongSupplier value) {
        gauges.put(name, value);
        helps.put(name, help);
    }

    String text() {
        StringBuilder out = new StringBuilder();
        family(out, "backbeat_http_requests", "counter", "Requests by endpoint and status.");
        requests.forEach((labels, count) -> out.append("backbeat_http_requests_total{")
                .append(labels)
                .append("} ")
                .append(count.sum())
                .append('\n'));
        family(out, "backbeat_http_request_duration_seconds", "histogram", "How long requests took, by endpoint.");
        durations.forEach((path, taken) -> histogram(out, path, taken));
        counter(out, "backbeat_answers_cached", "Answers that were kept from before.", hits);
        counter(out, "backbeat_answers_worked_out", "Answers that were worked out.", misses);
        counter(out, "backbeat_ingest_posts", "Posts of lines.", ingestPosts);
        counter(out, "backbeat_ingest_refused", "Posts of lines that a limit refused.", ingestRefused);
        counter(out, "backbeat_ingest_bytes", "Bytes of lines that were taken.", ingestBytes);
        counter(out, "backbeat_ingest_lines", "Lines that were taken.", ingestLines);
        counter(out, "backbeat_ingest_secrets_masked", "Secrets that were masked in them.", secretsMasked);
        gauges.forEach((name, value) -> {
            family(out, name, "gauge", helps.getOrDefault(name, ""));
            out.append(name).append(' ').append(value.getAsLong()).append('\n');
        });
        return out.append("# EOF\n").toString();
    }

    private static void counter(StringBuilder out, String name, String help, LongAdder value) {
        family(out, name, "counter", help);
        out.append(name).append("_total ").append(value.sum()).append('\n');
    }

    private static void family(StringBuilder out, String name, String type, String help) {
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        if (name.endsWith("_seconds") || name.endsWith("_bytes")) {
            out.append("# UNIT ")
                    .append(name)
                    .append(' ')
                    .append(name.substring(name.lastIndexOf('_') + 1))
                    .append('\n');
        }
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    }

    private static void histogram(StringBuilder out, String path, Durations taken) {
        String name = "backbeat_http_request_duration_seconds";
        long count = 0;
        for (int i = 0; i < taken.buckets.length; i++) {
            count += taken.buckets[i].sum();
            String end = i < ENDS.length ? Double.toString(ENDS[i] / NANOS_PER_SECOND) : "+Inf";
            out.append("%s_bucket{path=\"%s\",le=\"%s\"} %d\n".formatted(name, path, end, count));
        }
        out.append("%s_count{path=\"%s\"} %d\n".formatted(name, path, count));
        out.append("%s_sum{path=\"%s\"} %s\n".formatted(name, path, taken.sumNanos.sum() / NANOS_PER_SECOND));
    }
}

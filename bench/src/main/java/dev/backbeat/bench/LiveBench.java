package dev.backbeat.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Measures how long lines that are sent take until their beats are in the answers, while many come in: whole
/// sessions are posted at a rate, and the server is asked five times a second how many beats it has.
public final class LiveBench {

    private static final Set<String> FLAGS = Set.of("rates", "seconds", "root", "logs", "folder");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long ASK_MILLIS = 200;
    private static final long MOST_WAIT_NANOS = 120_000_000_000L;

    private final Table table = new Table(
            "beats/s asked",
            "beats/s sent",
            "stale p50, s",
            "p99, s",
            "most, s",
            "server, processors",
            "its memory, MB",
            "in answers at the end");
    private final Path root;
    private final LogTemplate session;
    private final int seconds;

    /// Sessions that were sent and are not in the answers.
    private record Sent(long nanos, long beats) {}

    private LiveBench(Options options) throws IOException {
        this.root = Path.of(options.text("root", "."));
        this.session = LogTemplate.read(root.resolve("samples/storefront/sessions/browse-and-buy.log"));
        this.seconds = options.number("seconds", 60);
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args, FLAGS);
        LiveBench bench = new LiveBench(options);
        for (String rate : options.text("rates", "100,1000,5000").split(",")) {
            bench.measure(Integer.parseInt(rate));
        }
        System.out.printf(
                Locale.ROOT,
                "## Staleness while lines come in, %d s each; %s%n%n",
                bench.seconds,
                Machine.description());
        bench.table.print();
    }

    private void measure(int rate) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("backbeat-live");
        Process server = new ProcessBuilder(
                        root.resolve("backbeat").toString(), "serve", "--store", folder.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = server.inputReader();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            URI base = URI.create(said.readLine());
            post(client, base, "first", session.shifted(0, 0));
            long each = 0;
            while (each == 0) {
                Thread.sleep(ASK_MILLIS);
                each = beats(client, base);
            }
            flood(client, base, server, rate, each);
        } finally {
            server.destroy();
            server.waitFor();
            ProfileBench.remove(folder);
        }
    }

    private void flood(HttpClient client, URI base, Process server, int rate, long each)
            throws IOException, InterruptedException {
        Deque<Sent> waiting = new ArrayDeque<>();
        List<Long> stale = new ArrayList<>();
        long begun = System.nanoTime();
        long busy = server.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
        long sent = 0;
        long seen = 0;
        long asked = begun;
        int source = 1;
        long until = begun + seconds * 1_000_000_000L;
        while (System.nanoTime() < until || !waiting.isEmpty() && System.nanoTime() < until + MOST_WAIT_NANOS) {
            long now = System.nanoTime();
            long due = Math.min(now, until) - begun;
            while (now < until && (sent + 1) * each * 1e9 / rate <= due) {
                byte[] lines = session.shifted((sent + 1) * 60_000, sent + 1);
                while (post(client, base, "live-" + source, lines) == 413) {
                    source++;
                }
                sent++;
                waiting.add(new Sent(System.nanoTime(), (sent + 1) * each));
                if (System.nanoTime() - asked > ASK_MILLIS * 1_000_000) {
                    break;
                }
            }
            if (System.nanoTime() - asked > ASK_MILLIS * 1_000_000) {
                asked = System.nanoTime();
                seen = beats(client, base);
                while (!waiting.isEmpty() && waiting.getFirst().beats() <= seen) {
                    stale.add(System.nanoTime() - waiting.removeFirst().nanos());
                }
            } else {
                Thread.sleep(5);
            }
        }
        long end = System.nanoTime();
        waiting.forEach(left -> stale.add(end - left.nanos()));
        double took = (Math.min(end, until) - begun) / 1e9;
        double processors =
                (server.toHandle().info().totalCpuDuration().orElseThrow().toNanos() - busy) / (double) (end - begun);
        long[] sorted = stale.stream().mapToLong(Long::longValue).sorted().toArray();
        table.row(
                String.valueOf(rate),
                "%.0f".formatted(sent * each / took),
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                "%.2f".formatted(processors),
                "%d".formatted(ServeBench.memory(server) / 1_000_000),
                "%d of %d".formatted(seen, (sent + 1) * each));
        System.err.println(rate + " done: " + Arrays.toString(new long[] {sent, seen}));
    }

    private static String at(long[] sorted, double share) {
        int index = (int) Math.min(sorted.length - 1, Math.floor(sorted.length * share));
        return sorted.length == 0 ? "" : String.format(Locale.ROOT, "%.2f", sorted[index] / 1e9);
    }

    private static int post(HttpClient client, URI base, String source, byte[] lines)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/api/ingest?source=" + source))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofByteArray(lines.clone()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200 && status != 413) {
            throw new IOException("the server answers " + status);
        }
        return status;
    }

    private static long beats(HttpClient client, URI base) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(base.resolve("/api/content")).build();
        String body = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        for (JsonNode fact : JSON.readTree(body).at("/exhibits/0/facts")) {
            if (fact.get("label").asString().startsWith("beat")) {
                return fact.at("/cell/value/count").asLong();
            }
        }
        return 0;
    }
}

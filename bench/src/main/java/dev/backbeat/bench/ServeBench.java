package dev.backbeat.bench;

import dev.backbeat.store.duckdb.DuckDbStore;
import dev.backbeat.store.duckdb.OpenMode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Measures how long the server takes for what the dashboard asks, over stores that are filled through their
/// contract: the first time, when it knows the answer, and once more after lines were sent. An answer that fails fails
/// the bench: what only many runs on several threads bring about is found here.
public final class ServeBench {

    private static final Set<String> FLAGS = Set.of("beats", "patience", "logs", "folder", "root", "keep");

    private final Table table = new Table("beat runs", "asked", "first, s", "again, s", "bytes", "others");
    private final Path root;
    private final Path parent;
    private final Path logs;
    private final boolean keep;
    private final int patience;
    private int failed;

    private ServeBench(Options options) {
        this.root = Path.of(options.text("root", "."));
        this.logs = options.logs(root);
        this.keep = !options.text("keep", "").isEmpty();
        this.parent =
                Path.of(keep ? options.text("keep", "") : options.text("folder", System.getProperty("java.io.tmpdir")));
        this.patience = options.number("patience", 60);
    }

    /// Runs the bench; see `bench/README.md` for the flags.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options = Options.of(args, FLAGS);
        ServeBench bench = new ServeBench(options);
        for (String size : options.text("beats", "10k,1m,10m").split(",")) {
            bench.measure(size);
        }
        System.out.printf(Locale.ROOT, "## What the dashboard asks; %s%n%n", Machine.description());
        bench.table.print();
        if (bench.failed > 0) {
            System.out.printf(Locale.ROOT, "%n%,d answers failed%n", bench.failed);
            System.exit(1);
        }
    }

    private void measure(String size) throws IOException, InterruptedException {
        Path folder = keep ? parent.resolve("beats-" + size) : Files.createTempDirectory(parent, "backbeat-serve");
        Path place = StoreFill.fill(root, logs, folder, size);
        try {
            ask(place);
        } finally {
            if (!keep) {
                ProfileBench.remove(folder);
            }
        }
    }

    private void ask(Path place) throws IOException, InterruptedException {
        Map<String, String> some = someOf(place);
        long beats = Long.parseLong(some.getOrDefault("beats", "0"));
        long start = System.nanoTime();
        Process server = new ProcessBuilder(
                        root.resolve("backbeat").toString(), "serve", "--store", place.toString(), "--port", "0")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = server.inputReader();
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            URI base = URI.create(said.readLine());
            row(beats, "start of the server", System.nanoTime() - start, -1, 0, 0);
            for (String path : paths(some)) {
                Machine.awaitCalm(patience);
                ask(client, base, path, "", beats);
            }
            send(client, base, beats);
            for (String path : paths(some)) {
                Machine.awaitCalm(patience);
                ask(client, base, path, " after that", beats);
            }
            row(beats, "memory", 0, -1, memory(server), 0);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    /// Ids of things that are in a store, and how many beat runs.
    private static Map<String, String> someOf(Path place) {
        Map<String, String> some = new LinkedHashMap<>();
        try (DuckDbStore store = DuckDbStore.open(place, OpenMode.READ)) {
            some.put(
                    "beats",
                    String.valueOf(store.rows("SELECT count(*) AS beats FROM beat_times", row -> row.longAt("beats"))
                            .getFirst()));
            store.rows(
                    "SELECT execution_id, session_id, sequence_id, plugin FROM executions WHERE plugin IS NOT NULL AND sequence_id IS NOT NULL LIMIT 1",
                    row -> {
                        some.put("execution", String.format(Locale.ROOT, "%016x", row.longAt("execution_id")));
                        some.put("session", String.format(Locale.ROOT, "%016x", row.longAt("session_id")));
                        some.put("sequence", row.textAt("sequence_id").orElse(""));
                        some.put("plugin", row.textAt("plugin").orElse(""));
                        return true;
                    });
            store.rows(
                    "SELECT plugin, subscribed_sequence, handler FROM handler_runs WHERE handler IS NOT NULL AND plugin IS NOT NULL AND subscribed_sequence IS NOT NULL LIMIT 1",
                    row -> {
                        some.put(
                                "handler",
                                "plugin=" + encoded(row.textAt("plugin").orElse("")) + "&sequence="
                                        + encoded(row.textAt("subscribed_sequence")
                                                .orElse("")) + "&handler="
                                        + encoded(row.textAt("handler").orElse("")));
                        return true;
                    });
        }
        return some;
    }

    private static List<String> paths(Map<String, String> some) {
        return List.of(
                "/",
                "/api/ledger?limit=20",
                "/api/sessions?limit=50",
                "/api/inputs?limit=20",
                "/api/executions?limit=50",
                "/api/executions?limit=50&status=failed",
                "/api/executions?limit=50&offset=100000",
                "/api/executions/" + some.get("execution"),
                "/api/handlers?" + some.get("handler"),
                "/api/analyses/profile",
                "/api/analyses/profile?session=" + some.get("session"),
                "/api/analyses/profile?sequence=" + encoded(some.getOrDefault("sequence", "")),
                "/api/analyses/profile?plugin=" + encoded(some.getOrDefault("plugin", "")),
                "/api/analyses/profile?build=B",
                "/api/analyses/conformance",
                "/api/analyses/conformance?sequence=" + encoded(some.getOrDefault("sequence", "")),
                "/api/analyses/coverage",
                "/api/analyses/timeline?session=" + some.get("session"),
                "/api/analyses/timeline?buckets=1000",
                "/api/map?limit=50",
                "/api/report");
    }

    /// Sends a log in which a handler never ends, so that other runs have to name it, and waits until it is counted.
    private void send(HttpClient client, URI base, long beats) throws IOException, InterruptedException {
        URI counted = base.resolve("/api/inputs");
        byte[] before = get(client, counted).body();
        long start = System.nanoTime();
        HttpRequest lines = HttpRequest.newBuilder(base.resolve("/api/ingest?source=hung"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofFile(root.resolve("samples/storefront/sessions/hung.log")))
                .build();
        check(client.send(lines, HttpResponse.BodyHandlers.ofByteArray()));
        while (Arrays.equals(before, get(client, counted).body())) {
            if (System.nanoTime() - start > Duration.ofMinutes(2).toNanos()) {
                failed++;
                break;
            }
            Thread.sleep(20);
        }
        row(beats, "lines that are sent, until they are counted", System.nanoTime() - start, -1, 0, 0);
    }

    private void check(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            failed++;
        }
    }

    /// Asks twice: the second answer is one that the server kept.
    private void ask(HttpClient client, URI base, String path, String when, long beats) throws InterruptedException {
        double busy = Machine.busySeconds();
        long before = System.nanoTime();
        HttpResponse<byte[]> first = get(client, base.resolve(path));
        long took = System.nanoTime() - before;
        double others = (Machine.busySeconds() - busy) / (took / 1e9 * Machine.cores());
        long second = System.nanoTime();
        check(first);
        check(get(client, base.resolve(path)));
        row(
                beats,
                path + when + (first.statusCode() == 200 ? "" : " " + first.statusCode()),
                took,
                System.nanoTime() - second,
                first.body().length,
                others);
    }

    private static HttpResponse<byte[]> get(HttpClient client, URI asked) throws InterruptedException {
        try {
            return client.send(
                    HttpRequest.newBuilder(asked).timeout(Duration.ofMinutes(5)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Its memory that belongs to no file, in bytes; 0 where nobody says.
    static long memory(Process server) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + server.pid() + "/status"))) {
                if (line.startsWith("RssAnon:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    private void row(long beats, String asked, long first, long again, long bytes, double others) {
        table.row(
                String.format(Locale.ROOT, "%,d", beats),
                asked,
                String.format(Locale.ROOT, "%.3f", first / 1e9),
                again < 0 ? "" : String.format(Locale.ROOT, "%.3f", again / 1e9),
                bytes == 0 ? "" : String.format(Locale.ROOT, "%,d", bytes),
                others == 0 ? "" : String.format(Locale.ROOT, "%.0f %% busy", others * 100));
    }
}

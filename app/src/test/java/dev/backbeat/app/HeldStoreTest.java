package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.app.remote.Serving;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verbs whose store is held by a server ask that, and nobody can tell from what they print.
class HeldStoreTest {

    private static final List<String> VERBS = List.of(
            "profile",
            "profile --top 3 --by plugin",
            "bottlenecks",
            "conformance",
            "coverage",
            "timeline",
            "report",
            "catalog list",
            "catalog learn",
            "executions",
            "executions --steps",
            "executions --flow",
            "inputs",
            "sessions",
            "ledger",
            "claims",
            "map",
            "map --runs");

    private static final List<String> ALONE = List.of(
            "profile --fail-on info",
            "timeline --output terminal",
            "executions --steps --output terminal",
            "ledger --output terminal",
            "conformance --fail-on warning",
            "report --output text --fail-on error",
            "profile --output csv --table 1",
            "timeline --output chrome-trace",
            "profile --session 1",
            "profile --sequence nothing",
            "execution nothing",
            "raw nothing:1",
            "query --output json nonsense",
            "query --output json SELECT*FROM(VALUES(1))");

    @TempDir
    Path folder;

    @Test
    void everyVerbPrintsWhatItPrintsAlone() throws IOException {
        Bench bench = new Bench(folder);
        bench.analyze(Bench.root().resolve("samples/storefront/sessions").toString());
        Path store = folder.resolve(".backbeat");
        bench.run("catalog", "learn");
        Map<String, Bench.Result> alone = all(bench);
        assertThat(alone.get("profile --fail-on info").exitCode()).isIn(0, 1);
        try (Served served = Served.of(store)) {
            Path file = store.resolve("server.properties");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            all(bench).forEach((line, result) -> assertThat(result).as(line).isEqualTo(alone.get(line)));
            assertThat(served.post("/api/command-line", new byte[] {'0'}).statusCode())
                    .isEqualTo(401);
            Bench.Result refused = bench.run("forget", "1");
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err()).contains("is held by `backbeat serve`", "/api/ingest?source=");
            otherVersion(bench, store);
        }
        assertThat(store.resolve("server.properties")).doesNotExist();
        stale(bench, store, alone.get("sessions --output json"));
        hung(bench, store);
    }

    private static Map<String, Bench.Result> all(Bench bench) {
        Map<String, Bench.Result> results = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(ALONE);
        for (String verb : VERBS) {
            lines.add(verb + " --output json");
        }
        lines.addAll(List.of("report --output html --to r.html", "profile --output html --to p.html"));
        for (String line : lines) {
            Bench.Result result = bench.run(Map.of(), new byte[0], new Screen(120, true), line.split(" "));
            String page = line.contains("--to ") ? Bench.text(bench.folder().resolve(line.split("--to ")[1])) : "";
            results.put(line, new Bench.Result(result.exitCode(), result.out() + page, result.err()));
        }
        return results;
    }

    private static void otherVersion(Bench bench, Path store) {
        Serving own = Serving.of(store).orElseThrow();
        new Serving(own.address(), own.port(), own.key(), own.pid(), own.started(), "0.0.9").write(store);
        Bench.Result result = bench.run("sessions");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("of version 0.0.9");
        own.write(store);
    }

    private static void stale(Bench bench, Path store, Bench.Result alone) {
        Serving self = Serving.here("127.0.0.1", 1);
        new Serving("127.0.0.1", 1, self.key(), self.pid(), self.started() - 1_000, self.version()).write(store);
        Bench.Result result = bench.run(Map.of(), new byte[0], new Screen(120, true), "sessions", "--output", "json");
        assertThat(result).isEqualTo(alone);
    }

    private static void hung(Bench bench, Path store) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Serving.here("127.0.0.1", silent.getLocalPort()).write(store);
            long begun = System.nanoTime();
            Bench.Result result = bench.run("sessions");
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.err()).contains("which does not answer");
            assertThat(System.nanoTime() - begun).isLessThan(8_000_000_000L);
        }
    }
}

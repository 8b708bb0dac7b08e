package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first user's real logs, where they are there: everything is equal to what is known of them, not
/// nearly.
class RealLogsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static JsonNode report;

    @BeforeAll
    static void analyze() {
        Path data = data();
        boolean there = Files.isDirectory(data);
        if (!there) {
            System.out.println("skipped: the real logs are not in " + data);
        }
        assumeTrue(there, "the real logs are not in " + data);
        report = new Bench(folder).analyze(data.resolve("logs").toString());
    }

    private static Path data() {
        String given = System.getProperty("backbeat.data", System.getenv("BACKBEAT_DATA"));
        Path shared = given == null ? Bench.root().resolveSibling("shared").resolve("data") : Path.of(given);
        return shared.resolve("renderx");
    }

    @Test
    void everyExecutionBeatAndHandlerIsRebuilt() {
        JsonNode truth = json(data().resolve("truth-counts.json"));
        assertThat(report.get("sessions").asLong())
                .isEqualTo(truth.get("sessions").asLong());
        assertThat(report.get("executions").asLong())
                .isEqualTo(truth.get("executions").asLong());
        assertThat(report.get("beatRuns").asLong())
                .isEqualTo(truth.get("beatRuns").asLong());
        assertThat(report.get("linesRead").asLong())
                .isEqualTo(truth.get("lines").asLong());
        Map<String, Long> outcomes = counts("SELECT outcome AS k, count(*) AS n FROM handler_runs GROUP BY outcome");
        JsonNode handlers = truth.get("handlerRuns");
        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "changed", handlers.get("changed").asLong(),
                        "unchanged", handlers.get("unchanged").asLong(),
                        "failed", handlers.get("failed").asLong(),
                        "never_ended", handlers.get("neverEnded").asLong()));
        assertThat(report.get("handlerRuns").asLong())
                .isEqualTo(outcomes.values().stream().mapToLong(Long::longValue).sum());
    }

    @Test
    void everySessionIsAsItWasMeasured() {
        Map<String, String> questions = Map.of(
                "sequencesCompleted", "SELECT input, count(*) AS n FROM executions WHERE outcome = 'completed'",
                "sequencesFailed", "SELECT input, count(*) AS n FROM executions WHERE outcome = 'failed'",
                "plays",
                        "SELECT input, count(*) AS n FROM (SELECT input FROM executions UNION ALL SELECT input FROM errors"
                                + " WHERE kind = 'sequence-orchestrator.sequence-id-not-found') p",
                "beatsCompleted", "SELECT input, count(*) AS n FROM beat_runs WHERE outcome = 'completed'",
                "beatsFailed", "SELECT input, count(*) AS n FROM beat_runs WHERE outcome = 'failed'",
                "handlerFailures", "SELECT input, count(*) AS n FROM handler_runs WHERE outcome = 'failed'",
                "mountFailures", "SELECT input, count(*) AS n FROM plugin_mounts WHERE outcome = 'failed'",
                "dupBlocked", "SELECT input, count(*) AS n FROM topic_events WHERE kind = 'blocked'",
                "zeroRouteDeliveries",
                        "SELECT input, count(*) AS n FROM topic_events WHERE kind = 'delivered' AND count = 0");
        JsonNode sessions = json(data().resolve("ground-truth.json")).get("sessions");
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> found = new TreeMap<>();
        try (Stream<Path> logs = Files.list(data().resolve("logs"))) {
            for (Path log : logs.toList()) {
                String name = log.getFileName().toString();
                questions
                        .keySet()
                        .forEach(measure -> expected.put(
                                name + " " + measure,
                                sessions.get(name).get("measured").get(measure).asLong()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        expected.keySet().forEach(key -> found.put(key, 0L));
        questions.forEach((measure, sql) -> counts("SELECT i.name AS k, x.n FROM inputs i JOIN (" + sql
                        + " GROUP BY input) x ON x.input = i.input")
                .forEach((name, count) -> found.put(Path.of(name).getFileName() + " " + measure, count)));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theLedgerBalancesForEveryFile() {
        Map<String, Long> missing = counts("SELECT i.name AS k, i.lines - sum(l.lines) AS n FROM inputs i"
                + " JOIN ledger l ON l.input = i.input GROUP BY i.name, i.lines");
        assertThat(missing)
                .hasSize(25)
                .allSatisfy((name, lines) -> assertThat(lines).isZero());
        assertThat(report.get("linesUnknown").asLong() * 200)
                .isLessThanOrEqualTo(report.get("linesRead").asLong());
        assertThat(report.get("linesRejected").asLong()).isZero();
    }

    @Test
    void aSecondRunAddsNothing() {
        String before = StoreDump.whole(folder.resolve(".backbeat"));
        JsonNode again = new Bench(folder).analyze(data().resolve("logs").toString());
        assertThat(again.get("inputsAlreadyKnown").asLong()).isEqualTo(25);
        assertThat(again.get("executions").asLong()).isZero();
        assertThat(StoreDump.whole(folder.resolve(".backbeat"))).isEqualTo(before);
    }

    /// A second opinion: totals and percentiles of every handler from the plain rows, by sorting.
    @Test
    void theRankingIsThatOfASimpleComputation() {
        String sql = "SELECT h.plugin || '.' || h.handler || ' ' || h.subscribed_sequence AS k, h.own_nanos AS n"
                + " FROM handler_runs h WHERE h.own_nanos IS NOT NULL";
        Map<String, List<Long>> durations = new TreeMap<>();
        ask(sql, durations);
        for (JsonNode row : report.get("bottlenecks")) {
            if (!row.get("by").asString().equals("handler")) {
                continue;
            }
            String key = row.get("name").asString() + " " + row.get("sequence").asString();
            List<Long> sorted = durations.get(key).stream().sorted().toList();
            int size = sorted.size();
            assertThat(row.get("ownTimeNanos").asLong())
                    .isEqualTo(sorted.stream().mapToLong(Long::longValue).sum());
            assertThat(row.get("p50Nanos").asLong()).isEqualTo(sorted.get((int) Math.ceil(0.50 * size) - 1));
            assertThat(row.get("p95Nanos").asLong()).isEqualTo(sorted.get((int) Math.ceil(0.95 * size) - 1));
            assertThat(row.get("maxNanos").asLong()).isEqualTo(sorted.getLast());
        }
    }

    private static void ask(String sql, Map<String, List<Long>> durations) {
        try (Store store = Catalog.parts().storeEngine().open(folder.resolve(".backbeat"), false)) {
            store.rows(
                    sql,
                    row -> durations
                            .computeIfAbsent(row.textAt("k").orElse("?"), key -> new ArrayList<>())
                            .add(row.longAt("n")));
        }
    }

    private static Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new TreeMap<>();
        try (Store store = Catalog.parts().storeEngine().open(folder.resolve(".backbeat"), false)) {
            store.rows(sql, row -> counts.put(row.textAt("k").orElse("?"), row.longAt("n")) == null);
        }
        return counts;
    }

    private static JsonNode json(Path file) {
        return JSON.readTree(file);
    }
}

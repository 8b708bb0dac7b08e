package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The verb `timeline` on the recordings of the shop, beside what its views say row by row.
class TimelineCommandTest {

    private static final int EXECUTION = 0;
    private static final int BEAT = 2;
    private static final int HANDLER = 3;
    private static final int BEYOND = 4;
    private static final int PARALLEL = 8;

    /// Each of them would take a minute.
    private static final int EVERY = 17;

    @TempDir
    static Path folder;

    private static Bench bench;

    @BeforeAll
    static void analyze() {
        bench = new Bench(folder);
        Bench.Result read = bench.run(
                "analyze", Bench.root().resolve("samples/storefront/sessions").toString());
        assertThat(read.exitCode()).as(read.err()).isZero();
    }

    private static JsonNode lanes(String... more) {
        return exhibit("lanes", more);
    }

    private static JsonNode exhibit(String kind, String... more) {
        List<String> arguments = new ArrayList<>(List.of("timeline", "--output", "json"));
        arguments.addAll(List.of(more));
        Bench.Result result = bench.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.json()
                .get("exhibits")
                .valueStream()
                .filter(one -> one.get("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /// What bars of a kind stand for.
    private static long count(JsonNode lanes, int... kinds) {
        JsonNode bars = lanes.get("bars");
        long count = 0;
        for (int bar = 0; bar < bars.get("kind").size(); bar++) {
            for (int kind : kinds) {
                count += bars.get("kind").get(bar).asInt() == kind
                        ? bars.get("count").get(bar).asLong()
                        : 0;
            }
        }
        return count;
    }

    private static List<JsonNode> rows(String sql) {
        Bench.Result result = bench.run("query", sql, "--output", "json");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.json().get("exhibits").get(0).get("rows").valueStream().toList();
    }

    private static long number(JsonNode cell) {
        JsonNode value = cell.get("value");
        return value.has("count")
                ? value.get("count").asLong()
                : Long.parseLong(value.get("text").asString());
    }

    @Test
    void whateverIsDrawnTogetherNothingIsLeftOut() {
        long begun = number(rows("SELECT count(*) AS n FROM execution_times WHERE handler_nanos IS NOT NULL")
                .getFirst()
                .get(0));
        assertThat(begun).isGreaterThan(100);
        List<Integer> bars = new ArrayList<>();
        for (String parts : List.of("1", "7", "60", "1000", "20000", "1000000")) {
            JsonNode lanes = lanes("--parts", parts);
            assertThat(count(lanes, EXECUTION)).as(parts).isEqualTo(begun);
            bars.add(lanes.get("bars").get("kind").size());
        }
        assertThat(bars).isSorted();
        assertThat(bars.getFirst()).isLessThan(bars.getLast() / 10);
    }

    @Test
    void lookingCloserShowsWhatOverlapsThatTimeAlone() {
        JsonNode whole = lanes();
        long from = whole.get("fromNanos").asLong();
        long third = (whole.get("toNanos").asLong() - from) / 3;
        long begin = from + third;
        long end = begin + third;
        JsonNode lanes = lanes("--begin", Long.toString(begin), "--end", Long.toString(end), "--parts", "1000000");
        long expected = number(
                rows("SELECT count(*) AS n FROM execution_times WHERE start_nanos < %d AND start_nanos + handler_nanos + in_beat_nanos + between_nanos >= %d"
                                .formatted(end, begin))
                        .getFirst()
                        .get(0));
        assertThat(expected).isPositive();
        assertThat(count(lanes, EXECUTION)).isEqualTo(expected);
    }

    @Test
    void everyExecutionHasItsBeatsAndHandlers() {
        List<JsonNode> executions =
                rows("SELECT execution_id, beat_runs, handler_runs FROM executions WHERE start_nanos IS NOT NULL");
        assertThat(executions).hasSizeGreaterThan(100);
        for (int i = 0; i < executions.size(); i += EVERY) {
            JsonNode execution = executions.get(i);
            String id = "%016x".formatted(number(execution.get(0)));
            JsonNode lanes = lanes("--execution", id, "--parts", "1000000");
            assertThat(count(lanes, BEAT)).as(id).isEqualTo(number(execution.get(1)));
            assertThat(count(lanes, HANDLER, BEYOND)).as(id).isEqualTo(number(execution.get(2)));
            parallelIsMarked(id, lanes);
        }
    }

    /// Those beats are marked, which overlap another one with the same parent.
    private static void parallelIsMarked(String id, JsonNode lanes) {
        JsonNode bars = lanes.get("bars");
        for (int one = 0; one < bars.get("kind").size(); one++) {
            boolean overlaps = false;
            for (int other = 0; other < bars.get("kind").size(); other++) {
                overlaps |= one != other
                        && bars.get("kind").get(one).asInt() == BEAT
                        && bars.get("kind").get(other).asInt() == BEAT
                        && beatParent(bars, one) == beatParent(bars, other)
                        && Math.min(end(bars, one), end(bars, other)) > Math.max(start(bars, one), start(bars, other));
            }
            boolean marked = bars.get("kind").get(one).asInt() == BEAT
                    && (bars.get("flags").get(one).asInt() & PARALLEL) != 0;
            assertThat(marked).as("%s, bar %d", id, one).isEqualTo(overlaps);
        }
    }

    private static int beatParent(JsonNode bars, int bar) {
        int parent = bars.get("parent").get(bar).asInt();
        return parent >= 0 && bars.get("kind").get(parent).asInt() == BEAT ? parent : -1;
    }

    private static long start(JsonNode bars, int bar) {
        return bars.get("start").get(bar).asLong();
    }

    private static long end(JsonNode bars, int bar) {
        return start(bars, bar) + bars.get("duration").get(bar).asLong();
    }

    @Test
    void anExecutionHeldBesideItselfIsTheSameBeatByBeat() {
        String id = "%016x"
                .formatted(number(
                        rows("SELECT execution_id FROM executions WHERE beat_runs > 3 AND start_nanos IS NOT NULL ORDER BY execution_id")
                                .getFirst()
                                .get(0)));
        JsonNode table = exhibit("table", "--execution", id, "--other", id);
        assertThat(table.get("rows").size()).isGreaterThan(3);
        for (JsonNode row : table.get("rows")) {
            assertThat(row.get(1).get("value").get("text").asString()).isEqualTo("both");
            assertThat(row.get(4).get("value").toString())
                    .doesNotContain("nanos\":-")
                    .contains("0");
        }
        JsonNode lanes = lanes("--execution", id, "--other", id);
        assertThat(lanes.get("links").get("from").size())
                .isEqualTo(table.get("rows").size());
    }

    @Test
    void variantsCountEveryExecutionOnce() {
        Map<String, Long> counted = new HashMap<>();
        for (JsonNode row :
                exhibit("table", "--show", "variants", "--top", "1000").get("rows")) {
            counted.merge(row.get(0).get("value").get("text").asString(), number(row.get(1)), Long::sum);
        }
        Map<String, Long> ran = new HashMap<>();
        rows("SELECT sequence_name, count(*) AS n FROM executions WHERE handler_nanos IS NOT NULL AND beat_runs > 0 GROUP BY 1")
                .forEach(row -> ran.put(row.get(0).get("value").get("text").asString(), number(row.get(1))));
        assertThat(counted).isEqualTo(ran);
    }

    @Test
    void aVariantFailsWhereAllOfItsExecutionsDo() {
        JsonNode lanes = exhibit("lanes", "--show", "variants", "--top", "1000");
        JsonNode bars = lanes.get("bars");
        Map<Long, Long> failed = new HashMap<>();
        for (int bar = 0; bar < bars.get("flags").size(); bar++) {
            if ((bars.get("flags").get(bar).asLong() & 1) != 0) {
                failed.put(
                        bars.get("lane").get(bar).asLong(),
                        bars.get("count").get(bar).asLong());
            }
        }
        long really = number(rows("SELECT count(*) AS n FROM executions e WHERE e.failed_handler_runs > 0"
                        + " OR e.execution_id IN (SELECT b.execution_id FROM beat_runs b WHERE b.outcome = 'failed')")
                .getFirst()
                .get(0));
        assertThat(failed.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(really)
                .isPositive();
    }

    @Test
    void whatIsNotThereIsSaid() {
        Bench.Result none = bench.run("timeline", "--execution", "0000000000000001");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("there is no execution `0000000000000001`", "backbeat executions");
        Bench.Result alone = bench.run("timeline", "--other", "0000000000000001");
        assertThat(alone.exitCode()).isEqualTo(2);
        Bench empty = new Bench(folder.resolve("empty"));
        assertThat(empty.run("timeline").exitCode()).isEqualTo(2);
    }

    @Test
    void theTerminalDrawsAnExecution() {
        String id = "%016x"
                .formatted(number(
                        rows("SELECT execution_id FROM executions WHERE failed_handler_runs > 0 AND start_nanos IS NOT NULL ORDER BY execution_id")
                                .getFirst()
                                .get(0)));
        String out = bench.run("timeline", "--execution", id).out();
        assertThat(out).contains("█ handler", "✗ failed", "what made it take that long");
        assertThat(out.lines().filter(line -> line.contains("█")).count()).isGreaterThan(1);
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a page says of a handler is what a naive reading of its runs says.
class HandlerStoryTest {

    @TempDir
    Path folder;

    @Test
    void aHandlersStoryIsThatOfItsRuns() throws Exception {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        bench.write("b.log", Bench.lines("hung.log"));
        bench.analyze("a.log", "b.log");
        Bench.Result page = bench.run("bottlenecks", "--top", "50", "--output", "html");
        assertThat(page.exitCode()).isZero();
        assertThat(page.out()).isEmpty();
        Path file = folder.resolve("backbeat-profile.html");
        assertThat(page.err()).isEqualTo("wrote `" + file + "`\n");
        JsonNode answer = answer(Files.readString(file));
        assertThat(answer.get("id").asString()).isEqualTo("profile");
        assertThat(answer.get("question").asString()).isEqualTo("where does production time go?");
        TreeMap<String, List<JsonNode>> runs = runs(bench);
        int seen = 0;
        for (JsonNode detail : answer.get("details")) {
            if (detail.at("/reference/kind").asString().equals("handler")) {
                seen++;
                JsonNode key = detail.at("/reference/handler");
                check(
                        detail.get("exhibits"),
                        runs.get(key.get("plugin").asString() + "."
                                + key.get("handler").asString()));
            }
        }
        assertThat(seen).isEqualTo(runs.size()).isGreaterThan(10);
    }

    private static void check(JsonNode exhibits, List<JsonNode> runs) {
        JsonNode facts = exhibits.at("/0/facts");
        assertThat(fact(facts, "runs")).isEqualTo(runs.size());
        assertThat(fact(facts, "failed")).isEqualTo(count(runs, "failed"));
        assertThat(fact(facts, "never ended")).isEqualTo(count(runs, "never_ended"));
        List<Long> own = runs.stream()
                .map(run -> run.at("/1/value/count"))
                .filter(nanos -> !nanos.isMissingNode())
                .map(JsonNode::asLong)
                .sorted()
                .toList();
        assertThat(exhibits.at("/1/total").asLong()).isEqualTo(count(runs, "failed") + count(runs, "never_ended"));
        assertThat(exhibits.at("/2/total").asLong()).isEqualTo(own.size());
        if (!own.isEmpty()) {
            assertThat(fact(facts, "own time"))
                    .isEqualTo(own.stream().mapToLong(Long::longValue).sum());
            assertThat(fact(facts, "p95")).isEqualTo(own.get(Math.ceilDiv(own.size() * 95, 100) - 1));
            assertThat(exhibits.at("/2/rows/0/4/value/nanos").asLong()).isEqualTo(own.getLast());
        }
    }

    private static long count(List<JsonNode> runs, String outcome) {
        return runs.stream()
                .filter(run -> run.at("/2/value/text").asString().equals(outcome))
                .count();
    }

    private static long fact(JsonNode facts, String label) {
        for (JsonNode fact : facts) {
            if (fact.get("label").asString().equals(label)) {
                JsonNode value = fact.at("/cell/value");
                return value.get(value.has("count") ? "count" : "nanos").asLong();
            }
        }
        throw new AssertionError("no " + label);
    }

    private static TreeMap<String, List<JsonNode>> runs(Bench bench) {
        JsonNode rows = bench.run(
                        "query",
                        "--output",
                        "json",
                        "SELECT plugin || '.' || handler, own_nanos, outcome FROM handler_runs ORDER BY 1, 2, 3")
                .json()
                .at("/exhibits/0/rows");
        TreeMap<String, List<JsonNode>> runs = new TreeMap<>();
        rows.forEach(row -> runs.computeIfAbsent(row.at("/0/value/text").asString(), name -> new ArrayList<>())
                .add(row));
        return runs;
    }

    private static JsonNode answer(String page) {
        String begin = "id=\"answer\">";
        int from = page.indexOf(begin) + begin.length();
        return JsonMapper.builder().build().readTree(page.substring(from, page.indexOf("</script>", from)));
    }
}

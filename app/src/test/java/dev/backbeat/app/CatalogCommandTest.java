package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `catalog learn`, and what it wrote as the catalog.
class CatalogCommandTest {

    @TempDir
    Path folder;

    @Test
    void theStorefrontDoesWhatWasLearnedFromIt() {
        roundTrips(new Bench(folder), Bench.session("browse-and-buy.log").getParent());
    }

    @Test
    void renderXDoesWhatWasLearnedFromIt() {
        roundTrips(new Bench(folder), shared("renderx/logs"));
    }

    @Test
    void everyVariantOfARealLogIsLearned() {
        roundTrips(new Bench(folder), shared("conformance/08_receipt.xes.gz"));
    }

    /// Everything that is kept fits, and what is not kept is all that does not.
    private static void roundTrips(Bench bench, Path logs) {
        assertThat(bench.run("analyze", logs.toString()).exitCode()).isLessThan(3);
        Bench.Result all = bench.run("catalog", "learn", "--to", "all", "--min-share", "0");
        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.err()).contains("documents to `all`", "`backbeat conformance --code all`");
        JsonNode fits =
                bench.run("conformance", "--code", "all", "--output", "json").json();
        assertThat(fact(fits, "executions compared")).isPositive();
        assertThat(fact(fits, "without a deviation")).isEqualTo(fact(fits, "executions compared"));
        for (JsonNode finding : exhibit(fits, "findings").get("findings")) {
            assertThat(finding.get("rule").asString())
                    .isNotIn("CONF001", "CONF002", "CONF003", "CONF004", "CONF005", "CONF009");
        }
        JsonNode learned = bench.run("catalog", "learn", "--to", "usual", "--min-share", "10%", "--output", "json")
                .json();
        long kept = 0;
        for (JsonNode row : exhibit(learned, "table").get("rows")) {
            kept += count(row.get(5));
        }
        // A flow allows more than the variants that it was learned from, never less.
        JsonNode some =
                bench.run("conformance", "--code", "usual", "--output", "json").json();
        assertThat(kept).isPositive();
        assertThat(fact(some, "without a deviation")).isGreaterThanOrEqualTo(kept);
    }

    @Test
    void whatWasLearnedIsWrittenOnceAndTheSame() throws IOException {
        Bench bench = new Bench(folder);
        bench.write(
                "log.xes", ModelCommandTest.xes("abcd", "acbd", "abd", "abbd").getBytes(StandardCharsets.UTF_8));
        bench.run("analyze", "log.xes");
        assertThat(bench.run("catalog", "learn").err()).contains("wrote 1 documents to `backbeat-catalog`, 0 were");
        Map<String, String> first = files(folder.resolve("backbeat-catalog"));
        assertThat(first).containsOnlyKeys("shop.sequence.json");
        assertThat(first.get("shop.sequence.json"))
                .contains("\"event\": \"b\"", "\"optional\": true", "\"parallel\": \"parallel-1\"")
                .contains("\"repeatedBeats\": 1")
                .doesNotContain("\r");
        assertThat(bench.run("catalog", "learn").err()).contains("wrote 0 documents", "1 were the same already");
        assertThat(files(folder.resolve("backbeat-catalog"))).isEqualTo(first);
        bench.write("backbeat-catalog/shop.sequence.json", "{\"mine\": true}".getBytes(StandardCharsets.UTF_8));
        Bench.Result refused = bench.run("catalog", "learn");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("`shop.sequence.json`", "--force");
        assertThat(files(folder.resolve("backbeat-catalog")).values()).containsExactly("{\"mine\": true}");
        assertThat(bench.run("catalog", "learn", "--force").exitCode()).isZero();
        assertThat(files(folder.resolve("backbeat-catalog"))).isEqualTo(first);
    }

    @Test
    void rareVariantsAreLeftOutAndTold() {
        Bench bench = new Bench(folder);
        String[] traces = new String[20];
        Arrays.fill(traces, "abc");
        traces[7] = "xyz";
        bench.write("log.xes", ModelCommandTest.xes(traces).getBytes(StandardCharsets.UTF_8));
        bench.run("analyze", "log.xes");
        Bench.Result told = bench.run("catalog", "learn", "--min-share", "6%");
        assertThat(told.out()).contains("x → y → z");
        assertThat(bench.run("conformance", "--code", "backbeat-catalog").out())
                .contains("executions compared  20", "without a deviation  19");
        assertThat(bench.run("catalog", "learn", "--min-share", "5%", "--to", "more")
                        .out())
                .contains("none is rarer");
        for (String wrong : new String[] {"101", "-1", "x", "", "5 %"}) {
            Bench.Result refused = bench.run("catalog", "learn", "--min-share=" + wrong);
            assertThat(refused.exitCode()).as(wrong).isEqualTo(2);
        }
    }

    @Test
    void documentedSequencesAreListed() {
        Bench bench = new Bench(folder);
        bench.write("log.xes", ModelCommandTest.xes("ab").getBytes(StandardCharsets.UTF_8));
        bench.run("analyze", "log.xes");
        assertThat(bench.run("catalog", "list").out()).contains("backbeat catalog learn");
        bench.run("catalog", "learn");
        bench.write(
                "backbeat-catalog/never.sequence.json",
                "{\"id\": \"never\", \"name\": \"N\", \"movements\": [{\"beats\": [{\"event\": \"z\"}]}]}"
                        .getBytes(StandardCharsets.UTF_8));
        bench.run("map", "--code", "backbeat-catalog");
        JsonNode rows = exhibit(bench.run("catalog", "list", "--output", "json").json(), "table")
                .get("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get(0).toString()).contains("never");
        assertThat(count(rows.get(0).get(3))).isZero();
        assertThat(count(rows.get(1).get(3))).isEqualTo(1);
        assertThat(bench.run("catalog").exitCode()).isEqualTo(2);
        assertThat(bench.run("catalog", "learn", "--help").out()).contains("--min-share");
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.forEach(file -> files.put(file.getFileName().toString(), Bench.text(file)));
        }
        return files;
    }

    private static long fact(JsonNode answer, String label) {
        for (JsonNode fact : exhibit(answer, "summary").get("facts")) {
            if (fact.get("label").asString().equals(label)) {
                return count(fact.get("cell"));
            }
        }
        return 0;
    }

    private static long count(JsonNode cell) {
        return cell.get("value").get("count").asLong();
    }

    private static JsonNode exhibit(JsonNode answer, String kind) {
        for (JsonNode exhibit : answer.get("exhibits")) {
            if (exhibit.get("kind").asString().equals(kind)) {
                return exhibit;
            }
        }
        throw new AssertionError("no " + kind + " in " + answer);
    }

    private static Path shared(String part) {
        String given = System.getProperty("backbeat.data", System.getenv("BACKBEAT_DATA"));
        Path data = given == null ? Bench.root().resolveSibling("shared").resolve("data") : Path.of(given);
        Path place = data.resolve(part);
        boolean there = Files.exists(place);
        if (!there) {
            System.out.println("skipped: " + place + " is not there");
        }
        assumeTrue(there, place + " is not there");
        return place;
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks for the coverage of the sample `almanac`, whose planter did not know how verdicts are made.
class CoverageCommandTest {

    private static final Path ALMANAC = Bench.root().resolve("samples/almanac");

    /// What no search for names can find: they are asked for, behind a flag that is never set.
    private static final List<String> BEHIND_A_CONSTANT_FLAG = List.of("bookDrone", "startTrial");

    @TempDir
    Path folder;

    private Bench analyzed() throws IOException {
        Path checkout = folder.resolve("checkout");
        copy(ALMANAC, checkout);
        // The truth is not part of what is judged.
        Files.delete(checkout.resolve("handlers.truth.json"));
        Bench bench = new Bench(folder);
        Bench.Result result = bench.run(
                "analyze",
                checkout.resolve("sessions").toString(),
                "--code",
                checkout.toString(),
                "--coverage",
                checkout.resolve("coverage/lcov.info").toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        return bench;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static JsonNode table(Bench bench, String title, String... more) {
        List<String> arguments = Stream.concat(
                        Stream.of("coverage", "--top", "1000", "--output", "json"), Stream.of(more))
                .toList();
        Bench.Result result = bench.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        for (JsonNode exhibit :
                JsonMapper.builder().build().readTree(result.out()).get("exhibits")) {
            if (exhibit.get("title").asString().startsWith(title)) {
                return exhibit;
            }
        }
        throw new AssertionError("no exhibit " + title);
    }

    private static String text(JsonNode row, int column) {
        JsonNode value = row.get(column).get("value");
        return value.has("text") ? value.get("text").asString() : value.toString();
    }

    private static String own(String handler) {
        return handler.substring(handler.lastIndexOf('.') + 1);
    }

    private static List<JsonNode> truth() {
        JsonNode content = JsonMapper.builder().build().readTree(Bench.text(ALMANAC.resolve("handlers.truth.json")));
        JsonNode handlers = content.has("handlers") ? content.get("handlers") : content;
        return handlers.valueStream().toList();
    }

    @Test
    void callsNothingDeadThatIsAliveAndFindsNearlyAllThatIs() throws IOException {
        Map<String, String> advice = new HashMap<>();
        for (JsonNode row : table(analyzed(), "handlers that did not run").get("rows")) {
            String file = text(row, 4).replaceFirst(":\\d+$", "");
            advice.put(own(text(row, 0)) + " " + file, text(row, 1));
        }
        Map<String, TreeSet<String>> removed = new TreeMap<>();
        TreeSet<String> missed = new TreeSet<>();
        int counted = 0;
        for (JsonNode handler : truth()) {
            String name = handler.get("handler").asString();
            String kind = handler.get("kind").asString();
            String said = advice.getOrDefault(name + " " + handler.get("file").asString(), "keep");
            counted++;
            if (said.equals("remove")) {
                removed.computeIfAbsent(kind, key -> new TreeSet<>()).add(name);
            } else if (kind.equals("dead")) {
                missed.add(name);
            }
            if (handler.get("asBeats").asInt() > 0) {
                assertThat(said).as(name).isEqualTo("keep");
            }
        }
        assertThat(counted).isEqualTo(130);
        assertThat(removed.keySet()).as("precision 1.00 at remove").containsExactly("dead");
        assertThat(removed.get("dead")).as("recall at least 0.90").hasSizeGreaterThanOrEqualTo(36);
        assertThat(missed).isSubsetOf(BEHIND_A_CONSTANT_FLAG);
    }

    @Test
    void countsRunsAsTheApplicationDid() throws IOException {
        Map<String, Long> counted = new TreeMap<>();
        for (JsonNode row : table(analyzed(), "handlers, the most frequent").get("rows")) {
            counted.merge(
                    own(text(row, 0)), row.get(1).get("value").get("count").asLong(), Long::sum);
        }
        Map<String, Long> told = new TreeMap<>();
        for (JsonNode handler : truth()) {
            told.merge(handler.get("handler").asString(), handler.get("asBeats").asLong(), Long::sum);
        }
        told.forEach((name, runs) ->
                assertThat(counted.getOrDefault(name, 0L)).as(name).isEqualTo(runs));
    }

    @Test
    void saysWhatTestsCallAndWhatTheyOnlyLoad() throws IOException {
        Bench bench = analyzed();
        Map<String, String> tests = new TreeMap<>();
        for (JsonNode row : table(bench, "handlers, the most frequent").get("rows")) {
            tests.put(own(text(row, 0)), text(row, 5));
        }
        assertThat(tests.values()).contains("call it", "none calls it");
        String lcov = Files.readString(ALMANAC.resolve("coverage/lcov.info"));
        tests.forEach((handler, said) -> {
            if (said.equals("call it")) {
                assertThat(lcov).containsPattern("FNDA:[1-9]\\d*," + handler + "\n");
            }
        });
    }

    @Test
    void productionsCoverageIsLcov() throws IOException {
        Bench.Result result = analyzed().run("coverage", "--output", "lcov");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("SF:plugins/billing/src/index.js").containsPattern("FNDA:33,");
    }

    @Test
    void withoutCodeNothingIsCalledWell() {
        Bench bench = new Bench(folder);
        assertThat(bench.run("analyze", ALMANAC.resolve("sessions").toString(), "--store", "store")
                        .exitCode())
                .isZero();
        String out = bench.run("coverage", "--store", "store").out();
        assertThat(out)
                .contains(
                        "no code was read, so nothing is known of tests or of what never ran",
                        "dead code  ",
                        "not known")
                .contains("handlers that never run are known from code alone")
                .doesNotContain("nothing is dead", "every known handler ran", "to remove");
    }

    @Test
    void whatDiedInTheShopIsFoundAndNothingElse() {
        Bench bench = new Bench(folder);
        assertThat(bench.run("demo").exitCode()).isZero();
        Bench.Result result = bench.run("coverage", "--store", ".backbeat-demo/store", "--output", "json");
        Map<String, String> rules = new TreeMap<>();
        for (JsonNode exhibit : result.json().get("exhibits")) {
            for (JsonNode finding : exhibit.path("findings")) {
                if (!finding.get("rule").asString().equals("COV001")) {
                    rules.put(
                            finding.get("handler").get("handler").asString(),
                            finding.get("rule").asString());
                    assertThat(finding.get("line").asInt()).isPositive();
                }
            }
        }
        // Two more are documented and never ran: something may ask for them.
        assertThat(rules).isEqualTo(Map.of("archiveReports", "COV002", "estimateDuties", "COV003"));
    }

    @Test
    void anEmptyAnswerSaysWhy() throws IOException {
        Bench bench = new Bench(folder);
        bench.write("empty.log", List.of("[2026-01-01T00:00:00.000Z] INFO nothing here\n"));
        bench.run("analyze", "empty.log");
        Bench.Result result = bench.run("coverage");
        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("no handler is known").contains("backbeat map --code");
    }

    @Test
    void aReportThatDoesNotFitIsTold() throws IOException {
        Bench bench = analyzed();
        Path report = folder.resolve("other.info");
        Files.writeString(
                report,
                "TN:\nSF:elsewhere/a.js\nFN:1,f\nFNDA:1,f\nDA:1,1\nend_of_record\nTN:\nSF:plugins/billing/src/index.js\nFN:2,g\nFNDA:1,g\nDA:2,1\nend_of_record\n");
        Bench.Result result = bench.run("map", "--coverage", report.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err())
                .contains("1 of 2 files")
                .contains("not found is `elsewhere/a.js`")
                .contains("1 of 1 functions");
        assertThat(bench.run("coverage").out()).contains("COV005");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Bench bench = analyzed();
        Path other = folder.resolve("other.txt");
        Files.writeString(other, "hello\n");
        assertThat(bench.run("map", "--coverage", other.toString()).exitCode()).isEqualTo(2);
        assertThat(bench.run("map", "--coverage", folder.resolve("none.info").toString())
                        .err())
                .contains("there is no file")
                .contains("hint:");
        Path cut = folder.resolve("cut.info");
        Files.writeString(cut, "TN:\nSF:plugins/billing/src/index.js\nDA:1,1\n");
        assertThat(bench.run("map", "--coverage", cut.toString()).exitCode()).isEqualTo(2);
        Path empty = Files.createDirectory(folder.resolve("reports"));
        assertThat(bench.run("map", "--coverage", empty.toString()).err()).contains("no report of a coverage tool in");
    }

    @Test
    void aFlagFailsTheRun() throws IOException {
        Bench bench = analyzed();
        assertThat(bench.run("coverage", "--fail-on", "warning").exitCode()).isEqualTo(1);
        assertThat(bench.run("coverage", "--hot", "0").err()).contains("`hot` is from 1 to 100");
    }
}

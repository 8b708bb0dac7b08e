package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.output.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `--output`, `--to` and `--table` of any verb, and the verb `report`.
class OutputsCommandTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void analyze() {
        bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        bench.analyze("a.log");
    }

    @Test
    void anUnknownOutputIsToldWhichThereAre() {
        Bench.Result wrong = bench.run("profile", "--output", "sarf");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no output `sarf`", "`sarif`", "`junit`", "`markdown`", "`xes`");
        Bench.Result list = bench.run("outputs");
        assertThat(list.out())
                .contains(
                        "terminal",
                        "json",
                        "html",
                        "markdown",
                        "csv",
                        "sarif",
                        "junit",
                        "dot",
                        "xes",
                        "chrome-trace",
                        "speedscope");
    }

    @Test
    void aReportIsOnePageWithEveryAnswer() throws IOException {
        Bench.Result report = bench.run("report");
        assertThat(report.exitCode()).isZero();
        assertThat(report.out()).isEmpty();
        assertThat(report.err()).contains("wrote `" + folder.resolve("backbeat-report.html") + "`");
        String page = Files.readString(folder.resolve("backbeat-report.html"));
        assertThat(page)
                .contains("\"id\":\"profile\"", "\"id\":\"ledger\"", "\"id\":\"contradictions\"")
                .contains("\"id\":\"claims\"", "no report of another tool is in the store")
                .doesNotContain("https://");
    }

    @Test
    void aReportForOtherToolsHoldsEachFindingOnce() {
        JsonNode sarif = bench.run("report", "--output", "sarif").json();
        JsonNode results = sarif.at("/runs/0/results");
        JsonNode exhibits = bench.run("report", "--output", "json").json().get("exhibits");
        long findings = exhibits.valueStream()
                .filter(exhibit -> exhibit.get("kind").asString().equals("findings"))
                .mapToLong(exhibit -> exhibit.get("findings").size())
                .sum();
        assertThat(findings).isPositive();
        assertThat(results).hasSize((int) findings);
        assertThat(results.valueStream())
                .allSatisfy(result -> assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                                .asInt())
                        .isPositive());
        assertThat(sarif.at("/runs/0/tool/driver/rules").valueStream())
                .allSatisfy(
                        rule -> assertThat(rule.at("/help/markdown").asString()).contains("**What.**"));
        String read = bench.run("report", "--output", "terminal").out();
        assertThat(read).startsWith("look at this first").contains("what is not there", "`claims`: no report");
    }

    @Test
    void aReportIsAGate() {
        assertThat(bench.run("report", "--output", "junit", "--fail-on", "error")
                        .exitCode())
                .isEqualTo(1);
        assertThat(bench.run("report", "--output", "junit").exitCode()).isZero();
        Bench.Result wrong = bench.run("report", "--fail-on", "grave");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("`grave` is no severity");
        assertThat(bench.run("report", "--top", "0").err()).contains("`--top` is at least 1");
    }

    @Test
    void rulePagesAreLinkedWhereSomebodySaysWhereTheyAre() {
        Map<String, String> environment = Map.of("BACKBEAT_RULE_PAGES", "https://docs.example.org/rules");
        Bench.Result sarif = bench.run(environment, new byte[0], Screen.none(), "report", "--output", "sarif");
        assertThat(sarif.out()).contains("\"helpUri\" : \"https://docs.example.org/rules/EXEC001.md\"");
        assertThat(bench.run("report", "--output", "sarif").out()).doesNotContain("helpUri");
    }

    @Test
    void anEmptyStoreIsExplained() {
        Path empty = folder.resolve("empty");
        bench.write("note.txt", List.of("nothing\n"));
        assertThat(bench.run("report", "--store", empty.toString()).err()).contains("there is no store in");
        bench.run("analyze", "a.log", "--store", empty.toString());
        bench.run("forget", "1", "--store", empty.toString());
        Bench.Result report = bench.run("report", "--store", empty.toString(), "--output", "terminal");
        assertThat(report.exitCode()).isZero();
        assertThat(report.out())
                .contains("nothing is in the store yet", "what is not there", "`profile`: the store is empty");
    }

    @Test
    void oneTableIsChosenOrAFolderTakesAll() throws IOException {
        Bench.Result many = bench.run("profile", "--output", "csv");
        assertThat(many.exitCode()).isEqualTo(2);
        assertThat(many.out()).isEmpty();
        assertThat(many.err()).contains("`profile` holds", "choose one with `--table <n>`");
        Bench.Result beats = bench.run("profile", "--output", "csv", "--table", "by beat");
        assertThat(beats.out().lines().findFirst().orElseThrow()).startsWith("beat,sequence");
        assertThat(bench.run("profile", "--output", "csv", "--table", "99").err())
                .contains("has no table `99`");
        assertThat(bench.run("profile", "--table", "1").err()).contains("`--table` chooses a table of `--output csv`");
        Bench.Result all = bench.run("profile", "--output", "csv", "--to", "tables/");
        assertThat(all.exitCode()).isZero();
        try (Stream<Path> files = Files.list(folder.resolve("tables"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSizeGreaterThan(5).allMatch(name -> name.startsWith("backbeat-profile-"));
            assertThat(names.getFirst()).endsWith(".csv");
        }
        assertThat(bench.run("sessions", "--output", "csv").out()).startsWith("session,");
    }

    @Test
    void executionsAreStepsAndFlows() {
        assertThat(bench.run("executions", "--output", "xes").err())
                .contains("holds no runs with their steps", "`backbeat executions --steps --output xes`");
        String xes = bench.run("executions", "--steps", "--limit", "3", "--output", "xes")
                .out();
        assertThat(xes.split("<trace>", -1)).hasSize(4);
        assertThat(xes).contains("key=\"time:timestamp\"", "key=\"org:resource\"", "key=\"sequence\"");
        String dot = bench.run("executions", "--flow", "--output", "dot").out();
        assertThat(dot).startsWith("digraph").contains("[label=\"start\\n", " -> ");
        assertThat(bench.run("executions", "--flow", "--status", "never_started", "--output", "dot")
                        .out())
                .contains("no execution is like that");
        JsonNode steps = bench.run("executions", "--steps", "--limit", "1", "--output", "json")
                .json();
        assertThat(steps.at("/exhibits/0/tracks/0/steps/0/startNanos").isNumber())
                .isTrue();
    }

    @Test
    void whatRanWhenIsForTraceViewers() throws IOException {
        JsonNode lanes = lanes(bench.run("timeline", "--output", "json").json());
        JsonNode trace = bench.run("timeline", "--output", "chrome-trace").json();
        List<String> names = trace.get("traceEvents")
                .valueStream()
                .filter(event -> event.get("ph").asString().equals("X"))
                .map(event ->
                        event.get("cat").asString() + " " + event.get("name").asString())
                .toList();
        assertThat(names)
                .noneMatch(name -> name.contains(" 0 × "))
                .anyMatch(name -> name.startsWith("handler "))
                .allMatch(name -> name.startsWith("waiting ") == name.endsWith(" (waiting)"));
        long bars = names.size();
        assertThat(bars).isEqualTo(lanes.at("/bars/lane").size()).isGreaterThan(50);
        JsonNode speedscope = bench.run("timeline", "--output", "speedscope").json();
        long begun = speedscope
                .get("profiles")
                .valueStream()
                .flatMap(profile -> profile.get("events").valueStream())
                .filter(event -> event.get("type").asString().equals("O"))
                .count();
        assertThat(begun).isEqualTo(bars);
        assertThat(bench.run("sessions", "--output", "chrome-trace").err())
                .contains("does not hold what ran when", "`backbeat timeline --output chrome-trace`");
        assertThat(bench.run("sessions", "--output", "speedscope").exitCode()).isEqualTo(2);
        bench.run("timeline", "--output", "chrome-trace", "--to", "traces/");
        assertThat(folder.resolve("traces/backbeat-timeline.trace.json")).isNotEmptyFile();
    }

    private static JsonNode lanes(JsonNode answer) {
        return answer.get("exhibits")
                .valueStream()
                .filter(exhibit -> exhibit.get("kind").asString().equals("lanes"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lcovNeedsCode() {
        assertThat(bench.run("map", "--output", "lcov").err()).contains("does not hold how often functions ran");
        Bench.Result unmapped = bench.run("map", "--runs", "--output", "lcov");
        assertThat(unmapped.exitCode()).isEqualTo(2);
        assertThat(unmapped.err()).contains("no handler is mapped to code", "`backbeat map --code <checkout> --runs");
        String checkout = Bench.root().resolve("samples/storefront").toString();
        Bench.Result mapped = bench.run("map", "--runs", "--code", checkout, "--output", "lcov");
        assertThat(mapped.exitCode()).isZero();
        assertThat(mapped.out())
                .contains("SF:plugins/checkout/src/place-order.js\n", "validateCart\n", "end_of_record\n")
                .containsPattern("FNDA:[1-9]\\d*,")
                .containsPattern("FNDA:0,");
    }

    @Test
    void aFileIsThereWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("out.json");
        Files.writeString(file, "before");
        assertThat(bench.run("profile", "--output", "csv", "--to", "out.json").exitCode())
                .isEqualTo(2);
        assertThat(file).hasContent("before");
        assertThat(bench.run("profile", "--output", "json", "--to", "out.json").exitCode())
                .isZero();
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(Files.readString(file))
                        .get("id")
                        .asString())
                .isEqualTo("profile");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(path -> path.toString().endsWith(".part"))).isEmpty();
        }
        Bench.Result nowhere = bench.run("profile", "--to", "no/such/folder.txt");
        assertThat(nowhere.exitCode()).isEqualTo(2);
        assertThat(nowhere.err()).contains("there is no folder `", "hint: make the folder first");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aFullDiskIsSaid() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "there is no /dev/full here");
        Bench.Result full = bench.run("profile", "--output", "json", "--to", "/dev/full");
        assertThat(full.exitCode()).isEqualTo(3);
        assertThat(full.err()).contains("`/dev/full` can't be written: the disk is full");
    }
}

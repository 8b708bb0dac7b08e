package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Time;
import dev.backbeat.output.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A report of another tool is taken beside a log, kept apart from it, and held against it.
class ClaimsTest {

    /// The session of the bundled console export: six mounts of four plugins, six sequences, two silences.
    private static final long START = 1_795_389_749_709_000_000L;

    private static final long END = 1_795_389_755_664_000_000L;
    private static final long GAP_START = 1_795_389_750_634_000_000L;
    private static final long GAP_END = 1_795_389_752_616_000_000L;
    private static final long BUILT = START - 30_463 * Time.NANOS_PER_MILLI;

    /// How many claims the report below makes.
    private static final long CLAIMS = 21;

    @TempDir
    Path folder;

    /// As RenderX's telemetry page exports it, with the same mistakes.
    private static String diagnostics() {
        return """
                {
                  "stage1_rawLog": {
                    "file": "console-log",
                    "totalLines": 300,
                    "earliest": "%1$s",
                    "latest": "%3$s",
                    "durationMs": 36418,
                    "pluginMounts": {"byPlugin": {
                      "Manager": {
                        "successTimestamps": ["%2$s", "%2$s", "%2$s", "%2$s", "%2$s", "%2$s"],
                        "durations": [50, 50, 50, 50, 50, 50]
                      }
                    }},
                    "sequences": {
                      "cart-add-item": {"timestamps": ["%2$s"], "name": "Cart Add Item", "id": "cart-add-item", "count": 2},
                      "cart-add-item-symphony":
                        {"timestamps": ["%2$s"], "name": "Cart Add Item", "id": "cart-add-item-symphony", "count": 1}
                    },
                    "topics": {"checkout:order:placed": {"firstSeen": "%2$s", "lastSeen": "%2$s", "count": 2}},
                    "performance": {"gaps": [
                      {"start": "%1$s", "end": "%2$s", "durationMs": 30463},
                      {"start": "%4$s", "end": "%5$s", "durationMs": 1982}
                    ]}
                  },
                  "timestamp": "2026-11-23T08:00:00.000Z"
                }
                """.formatted(Time.iso(BUILT), Time.iso(START), Time.iso(END), Time.iso(GAP_START), Time.iso(GAP_END));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Bench bench() {
        Bench bench = new Bench(folder);
        bench.write("shop.log", Bench.consoleLines());
        bench.write("telemetry-diagnostics-1.json", bytes(diagnostics()));
        return bench;
    }

    /// What is shown where there is room.
    private static String shown(Bench bench, String... arguments) {
        return bench.run(Map.of(), new byte[0], new Screen(300, false), arguments)
                .out();
    }

    private static List<String> findings(JsonNode report) {
        List<String> rules = new ArrayList<>();
        report.get("findings").forEach(finding -> rules.add(finding.get("rule").asString()));
        return rules;
    }

    @Test
    void whatTheLogContradictsIsAFinding() {
        Bench bench = bench();

        JsonNode report = bench.analyze("shop.log", "telemetry-diagnostics-1.json");

        assertThat(report.get("claims").asLong()).isEqualTo(CLAIMS);
        assertThat(findings(report)).contains("CLAIM001", "CLAIM002", "CLAIM003", "CLAIM004");
        String claims = shown(bench, "claims", "--top", "100");
        assertThat(claims)
                .contains("names the plugins `Manager`: the log has no plugin of that name, but `CartPlugin`")
                .contains("a silence of 30.463 s begin at " + Time.iso(BUILT) + ", where the session has no record")
                .contains("says 2 sequences: the log has 6 sequences")
                .contains("says 2 registrations of `Cart Add Item`: the log has 1 registration")
                .contains("lets each of 6 mounts take 50 ms, which is no measurement")
                .contains("by the time of its last record");
    }

    @Test
    void whatTheLogSaysTooAgrees() {
        Bench bench = bench();
        bench.analyze("shop.log", "telemetry-diagnostics-1.json");

        String claims = shown(bench, "claims", "telemetry-diagnostics-1.json", "--top", "100");

        assertThat(claims.lines().filter(line -> line.contains("silence") && line.contains("agrees")))
                .hasSize(1)
                .allMatch(line -> line.contains("shop.log:"));
        assertThat(claims.lines().filter(line -> line.contains("checkout:order:placed")))
                .singleElement()
                .asString()
                .contains("agrees");
        assertThat(claims.lines().filter(line -> line.contains("session's end")))
                .singleElement()
                .asString()
                .contains("agrees");
    }

    @Test
    void aReportChangesNoFact() {
        Bench alone = new Bench(folder.resolve("alone"));
        alone.write("shop.log", Bench.consoleLines());
        alone.analyze("shop.log");
        Bench both = new Bench(folder.resolve("both"));
        both.write("shop.log", Bench.consoleLines());
        both.write("telemetry-diagnostics-1.json", bytes(diagnostics()));
        both.analyze("shop.log", "telemetry-diagnostics-1.json");

        String facts = StoreDump.of(both.folder().resolve(".backbeat"))
                .lines()
                .filter(row -> !row.startsWith("claim") && !row.startsWith("inputs") && !row.startsWith("ledger"))
                .toList()
                .toString();
        assertThat(StoreDump.of(alone.folder().resolve(".backbeat"))
                        .lines()
                        .filter(row -> !row.startsWith("inputs") && !row.startsWith("ledger"))
                        .toList())
                .hasToString(facts);
    }

    @Test
    void aReportIsAnInputAsAnyOther() {
        Bench bench = bench();
        JsonNode report = bench.analyze("shop.log", "telemetry-diagnostics-1.json");
        assertThat(report.get("linesRead").asLong())
                .isEqualTo(Bench.consoleLines().size() + diagnostics().lines().count());
        Path store = folder.resolve(".backbeat");
        String before = StoreDump.whole(store);

        bench.write("renamed.json", bytes(diagnostics()));
        JsonNode again = bench.analyze("telemetry-diagnostics-1.json", "renamed.json");
        assertThat(again.get("inputsAlreadyKnown").asLong()).isEqualTo(2);
        assertThat(again.get("claims").asLong()).isZero();
        assertThat(StoreDump.whole(store)).isEqualTo(before);

        assertThat(bench.run("raw", "telemetry-diagnostics-1.json:4").out()).contains("\"totalLines\": 300");
        assertThat(bench.run("ledger", "telemetry-diagnostics-1.json").out()).contains("claim", "form");
        assertThat(bench.run("query", "SELECT sum(lines) AS n FROM ledger WHERE input = 2")
                        .out())
                .contains(Long.toString(diagnostics().lines().count()));
        assertThat(bench.run("rebuild").exitCode()).isZero();
        assertThat(StoreDump.whole(store)).isEqualTo(before);

        assertThat(bench.run("forget", "telemetry-diagnostics-1.json").exitCode())
                .isZero();
        assertThat(bench.run("query", "SELECT count(*) AS n FROM claims").out()).contains("0");
        assertThat(bench.run("claims").out()).contains("no report of another tool is in the store");
        assertThat(bench.analyze("telemetry-diagnostics-1.json").get("claims").asLong())
                .isEqualTo(CLAIMS);
    }

    @Test
    void withoutItsLogAReportIsHeldAgainstItselfOnly() {
        Bench bench = new Bench(folder);
        bench.write("log-analysis-1.md", bytes("""
                # Log Analysis Report

                **Source file:** C:\\\\shop\\\\gone.log

                - **Time range:** 2025-11-17T20:22:04.318Z → 2025-11-17T20:22:35.570Z

                ## Performance Hotspots

                | Start | End | Gap Duration |
                |---|---|---:|
                | 2025-11-17T20:22:04.318Z | 2025-11-17T20:22:34.781Z | **30.463s** |

                ## Build Versions

                - Built at: 2025-11-17T20:22:04.318Z

                ---
                Generated by scripts/analyze-logs.js
                """));

        JsonNode report = bench.analyze("log-analysis-1.md");

        assertThat(findings(report)).containsExactly("CLAIM002");
        assertThat(shown(bench, "claims"))
                .contains("`gone.log` is not in the store")
                .contains("a hotspot of 30.463 s begin at 2025-11-17T20:22:04.318Z")
                .contains("by the report's own words that is when the build was made");
    }

    @Test
    void aReportIsReadFromStandardInputToo() {
        Bench bench = new Bench(folder);

        Bench.Result result =
                bench.run(Map.of(), bytes(diagnostics()), Screen.none(), "analyze", "--output", "json", "-");

        assertThat(result.json().get("claims").asLong()).isEqualTo(CLAIMS);
        assertThat(result.json().get("inputs").get(0).get("format").asString()).isEqualTo("telemetry-diagnostics");
    }

    @Test
    void aCutReportIsReadAsFarAsItGoes() {
        Bench bench = new Bench(folder);
        String whole = diagnostics();
        bench.write("telemetry-diagnostics-1.json", bytes(whole.substring(0, whole.indexOf("\"topics\"") + 20)));

        JsonNode report = bench.analyze("telemetry-diagnostics-1.json");

        assertThat(report.get("linesRejected").asLong()).isEqualTo(1);
        assertThat(report.get("claims").asLong()).isPositive();
        assertThat(bench.run("claims").out()).contains("(cut)");
    }

    @Test
    void secretsOfAReportAreMaskedBeforeTheyAreKept() throws IOException {
        Bench bench = new Bench(folder);
        bench.write(
                "telemetry-diagnostics-1.json", bytes(diagnostics().replace("console-log", "jane.doe@example.com")));

        assertThat(bench.analyze("telemetry-diagnostics-1.json")
                        .get("secretsMasked")
                        .asLong())
                .isPositive();
        assertThat(bench.run("raw", "telemetry-diagnostics-1.json:3").out()).doesNotContain("jane");
        try (var files = Files.walk(folder.resolve(".backbeat"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain("jane.doe");
            }
        }
    }

    @Test
    void aFormatOfAReportIsNamedAsOneOfALog() {
        Bench bench = new Bench(folder);
        bench.write("x.txt", bytes("nothing of a report\n"));

        Bench.Result named = bench.run("analyze", "--format", "log-analysis-markdown", "x.txt");
        assertThat(named.exitCode()).isZero();
        assertThat(bench.run("formats").out()).contains("telemetry-diagnostics", "log-analysis-markdown");
        assertThat(bench.run("analyze", "--format", "nonsense", "x.txt").err()).contains("`telemetry-diagnostics`");
    }
}

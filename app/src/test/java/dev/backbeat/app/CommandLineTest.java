package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.output.Screen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The verbs, their messages and their exit codes.
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void helpListsEveryVerb() {
        Bench.Result help = new Bench(folder).run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("analyze", "bottlenecks", "execution", "raw", "ledger", "forget", "relabel", "rebuild")
                .contains("views", "query", "formats", "doctor", "demo", "completion");
        assertThat(new Bench(folder).run("--version").out()).startsWith("backbeat ");
        assertThat(new Bench(folder).run("analyze", "--help").out()).contains("--build");
    }

    @Test
    void mistakesAreNamedWithAHint() {
        Bench bench = new Bench(folder);
        Bench.Result verb = bench.run("analize");
        assertThat(verb.exitCode()).isEqualTo(2);
        assertThat(verb.err()).startsWith("error: ").contains("hint: is it `analyze`");
        assertThat(bench.run("sessions", "--outptu", "x").err()).contains("hint: ");
        assertThat(bench.run("sessions", "--output", "xml").err())
                .isEqualTo(
                        "error: there is no output `xml`\nhint: the outputs are `terminal`, `json`, `html`, `markdown`,"
                                + " `csv`, `sarif`, `junit`, `lcov`, `dot`, `xes`, `chrome-trace`, `speedscope`\n");
        assertThat(bench.run("analyze", "x", "--fail-on", "all").exitCode()).isEqualTo(2);
        assertThat(bench.run("analyze", "x", "--code", "nowhere").err()).contains("is no folder\nhint: ");
        assertThat(bench.run().out()).contains("Commands:", "analyze");
    }

    @Test
    void theReportNamesWhatWasReadAndWhatIsSlow() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        Bench.Result report = bench.run("analyze", "a.log");
        assertThat(report.exitCode()).isZero();
        assertThat(report.out())
                .startsWith("read ")
                .contains("rebuilt", "in the store", "failed in", "a.log:")
                .contains("bottlenecks by handler", "bottlenecks by beat", "CheckoutPlugin.");
        assertThat(report.err()).contains("next:", "backbeat raw ");
        assertThat(bench.run("analyze", "a.log", "--fail-on", "error").exitCode())
                .isEqualTo(1);
        for (String line : report.out().lines().toList()) {
            assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(Screen.WIDTH_OF_NO_TERMINAL);
        }
    }

    @Test
    void theJsonReportIsOneObject() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        JsonNode report = bench.analyze("a.log");
        assertThat(report.propertyNames())
                .contains("bytesRead", "linesRead", "linesWithEvents", "linesSilent", "linesUnknown", "linesRejected")
                .contains("sessions", "executions", "executionsIncomplete", "handlerRuns", "beatRuns")
                .contains("beatRunsMapped", "beatRunsUnmapped", "errors", "seconds", "secretsMasked")
                .contains("inputsAlreadyKnown", "inputs", "bottlenecks", "problems");
        assertThat(report.get("beatRunsUnmapped").asLong())
                .isEqualTo(report.get("beatRuns").asLong());
        JsonNode slowest = report.get("bottlenecks").get(0);
        assertThat(slowest.get("by").asString()).isEqualTo("handler");
        assertThat(slowest.get("p50Nanos").asLong()).isPositive();
        assertThat(slowest.get("slowest").asString()).contains("a.log:");
    }

    @Test
    void anExecutionIsToldInOrder() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        bench.analyze("a.log");
        String id = bench.run(
                        "query",
                        "--output",
                        "json",
                        "SELECT request_id FROM executions WHERE failed_handler_runs > 0 ORDER BY ordinal LIMIT 1")
                .json()
                .at("/exhibits/0/rows/0/0/value/text")
                .asString();
        Bench.Result story = bench.run("execution", id);
        assertThat(story.exitCode()).isZero();
        assertThat(story.out()).contains(id, "what happened", "beat 1", "failed", "a.log:");
        assertThat(bench.run("execution", "0000000000000000").exitCode()).isEqualTo(2);
        assertThat(bench.run("executions", "--limit", "2").out()).contains("… and ");
        assertThat(bench.run("executions", "--sequence", "nothing").out()).contains("no execution is like that");
    }

    @Test
    void whatIsHereIsFoundWithoutArguments() {
        Bench bench = new Bench(folder);
        bench.write("app/.git/HEAD", "ref: refs/heads/main\n".getBytes(StandardCharsets.UTF_8));
        bench.write("app/.git/refs/heads/main", ("ab".repeat(20) + "\n").getBytes(StandardCharsets.UTF_8));
        bench.write("app/json-sequences/x/one.json", "{}".getBytes(StandardCharsets.UTF_8));
        bench.write("app/logs/my log.log", Bench.lines("hung.log"));
        Bench.Result here = new Bench(folder.resolve("app")).run("analyze");
        assertThat(here.exitCode()).isZero();
        assertThat(here.out())
                .contains("logs       logs (1)", "checkout   . (commit abababab)", "json-sequences (1 files)")
                .contains("backbeat analyze logs --code . --build abababab");
        Bench.Result below = new Bench(folder.resolve("app/json-sequences")).run("analyze");
        assertThat(below.out()).contains("backbeat analyze ../logs --code ..");
    }

    @Test
    void theDemoAnswersAndLeavesNothing() {
        Bench.Result demo = new Bench(folder).run("demo", "--once");
        assertThat(demo.exitCode()).isZero();
        assertThat(demo.out()).contains("9 sessions", "755 of 755 beat runs to code");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void flagsWinOverTheEnvironmentAndTheFile() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        bench.write("backbeat.yaml", List.of("store: from-file\n", "output: json\n"));
        assertThat(bench.run("analyze", "a.log").json().get("executions").asLong())
                .isPositive();
        assertThat(folder.resolve("from-file/backbeat.duckdb")).exists();
        Map<String, String> environment = Map.of("BACKBEAT_STORE", "from-env", "BACKBEAT_OUTPUT", "terminal");
        Bench.Result result = bench.run(environment, new byte[0], Screen.none(), "analyze", "a.log");
        assertThat(result.out()).startsWith("read ");
        assertThat(folder.resolve("from-env/backbeat.duckdb")).exists();
        bench.run(environment, new byte[0], Screen.none(), "analyze", "a.log", "--store", "from-flag");
        assertThat(folder.resolve("from-flag/backbeat.duckdb")).exists();
    }

    @Test
    void anUnknownSettingIsNamedWithItsLine() {
        Bench bench = new Bench(folder);
        bench.write("backbeat.yaml", List.of("store: x\n", "redaction:\n", "  kees: [a]\n"));
        Bench.Result result = bench.run("sessions");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("there is no setting `kees`")
                .contains("backbeat.yaml:3")
                .contains("hint: ");
    }

    @Test
    void redactionIsConfigured() {
        Bench bench = new Bench(folder);
        List<String> lines = new ArrayList<>(Bench.lines("hung.log"));
        lines.add("[2026-11-22T22:33:13.034Z] LOG order shelfMark=abc123 CASE-777777\n");
        bench.write("a.log", lines);
        bench.write(
                "backbeat.yaml",
                List.of(
                        "redaction:\n",
                        "  keys: [shelfMark]\n",
                        "  patterns:\n",
                        "    - {id: case, literal: CASE-, expression: 'CASE-(\\d+)'}\n"));
        assertThat(bench.run("analyze", "a.log").exitCode()).isZero();
        assertThat(bench.run("raw", "a.log:" + lines.size()).out()).contains("shelfMark=****** CASE-******");
    }

    @Test
    void theStoreIsPrivateAndAnswersGoToFiles() throws IOException {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("hung.log"));
        assertThat(bench.run("analyze", "a.log", "--to", "report.txt").out()).isEmpty();
        assertThat(Files.readString(folder.resolve("report.txt"))).startsWith("read ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".backbeat"))))
                .isEqualTo("rwx------");
        assertThat(folder.resolve(".backbeat/.gitignore")).hasContent("*");
        assertThat(bench.run("doctor").out()).contains("java", "1 input", "free space");
        assertThat(bench.run("views", "executions").out()).contains("execution_id", "BIGINT");
        assertThat(bench.run("formats").out()).contains("conductor-recorder");
        assertThat(bench.run("completion").out()).contains("_complete_backbeat");
        assertThat(bench.run("query", "DROP TABLE facts.inputs").exitCode()).isEqualTo(2);
        assertThat(bench.run("query", "SELECT nothing FROM inputs").exitCode()).isEqualTo(2);
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConformanceCommandTest {

    /// Under which rule what was planted is found. What is about time, state or code is no flow.
    private static final Map<String, String> RULES = Map.of(
            "throws-behind-another", "CONF007",
            "fails-after-beat", "CONF007",
            "fails-after-sequence", "CONF007",
            "throws-in-beat", "CONF007",
            "fails-because-another-failed", "CONF007",
            "never-ends", "CONF008",
            // Of four executions one fails in its last attempt as well, and is reported as completed.
            "retried-beat", "CONF007",
            "missing-beat", "CONF001");

    private static final String STORE = ".backbeat-demo/store";

    @TempDir
    Path folder;

    @Test
    void whatWasPlantedIsFoundAndNothingElse() {
        Bench bench = new Bench(folder);
        assertThat(bench.run("demo").exitCode()).isZero();
        Set<String> found = new TreeSet<>();
        for (JsonNode finding : findings(bench)) {
            String rule = finding.get("rule").asString();
            if (rule.startsWith("CONF0")) {
                JsonNode handler = finding.get("handler");
                assertThat(finding.get("line").asInt()).isPositive();
                found.add(String.join(
                        " ",
                        rule,
                        finding.get("sequence").asString(),
                        handler.get("handler").asString(),
                        place(rule, finding)));
                assertThat(finding.get("executions").asLong())
                        .isBetween(1L, finding.get("executionsOf").asLong());
            }
        }
        Set<String> planted = new TreeSet<>();
        String truth = Bench.text(Bench.session("truth-planted.json"));
        for (JsonNode fault : JsonMapper.builder().build().readTree(truth).get("planted")) {
            String rule = RULES.get(fault.get("kind").asString());
            if (rule != null) {
                planted.add(String.join(
                        " ",
                        rule,
                        fault.get("sequence").asString(),
                        fault.get("handler").get("name").asString(),
                        place(rule, fault)));
            }
        }
        assertThat(planted).hasSizeGreaterThan(6);
        assertThat(found).isEqualTo(planted);
    }

    @Test
    void findingsOfASeverityFailTheRun() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("handler-failures.log"));
        bench.run("analyze", "a.log");
        assertThat(bench.run("conformance").exitCode()).isZero();
        assertThat(bench.run("conformance", "--fail-on", "none").exitCode()).isZero();
        assertThat(bench.run("conformance", "--fail-on", "error").exitCode()).isEqualTo(1);
        assertThat(bench.run("conformance", "--fail-on", "info").exitCode()).isEqualTo(1);
        Bench.Result wrong = bench.run("conformance", "--fail-on", "bad");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("`bad` is no severity", "hint: ");
    }

    @Test
    void withoutDocumentsItSaysWhatToDo() {
        Bench bench = new Bench(folder);
        bench.write("a.log", Bench.lines("browse-and-buy.log"));
        bench.run("analyze", "a.log");
        Bench.Result answer = bench.run("conformance");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.out()).contains("no documents of sequences are known", "backbeat map --code");
    }

    /// Where it is to be mended; a handler that never ran is not mapped, so its document is named.
    private static String place(String rule, JsonNode node) {
        return rule.equals("CONF001")
                ? ""
                : node.get("file").asString() + ":" + node.get("line").asInt();
    }

    private static JsonNode findings(Bench bench) {
        JsonNode answer =
                bench.run("conformance", "--store", STORE, "--output", "json").json();
        for (JsonNode exhibit : answer.get("exhibits")) {
            if (exhibit.get("kind").asString().equals("findings")) {
                return exhibit.get("findings");
            }
        }
        throw new AssertionError("no findings in " + answer);
    }
}

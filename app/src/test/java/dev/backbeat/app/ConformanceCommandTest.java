package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
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
            "missing-beat", "CONF001",
            "wrong-route", "CONF102");

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
            if (rule.startsWith("CONF0") || rule.equals("CONF102") || rule.equals("CONF106")) {
                JsonNode handler = finding.get("handler");
                assertThat(finding.get("line").asInt()).isPositive();
                found.add(String.join(
                        " ",
                        rule,
                        finding.get("sequence").asString(),
                        handler.get("handler").asString(),
                        place(rule, finding)));
                boolean ofTopic = rule.startsWith("CONF1");
                assertThat(ofTopic ? 1 : finding.get("executions").asLong())
                        .isBetween(1L, ofTopic ? 1 : finding.get("executionsOf").asLong());
            }
        }
        Set<String> planted = new TreeSet<>();
        String truth = Bench.text(Bench.session("truth-planted.json"));
        for (JsonNode fault : JsonMapper.builder().build().readTree(truth).get("planted")) {
            String kind = fault.get("kind").asString();
            String rule = kind.equals("cyclic-publish") ? "CONF106" : RULES.get(kind);
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
    void ofTopicsOnlyWhatIsKnownIsSaid() {
        Bench bench = new Bench(folder);
        bench.run("demo");
        Set<String> found = new TreeSet<>();
        for (JsonNode finding : findings(bench)) {
            String rule = finding.get("rule").asString();
            if (rule.startsWith("CONF1") && !rule.equals("CONF102") && !rule.equals("CONF106")) {
                found.add(rule + " " + finding.get("severity").asString() + " "
                        + finding.get("sentence").asString().replaceAll("^[^`]*`([^`]*)`.*", "$1"));
            }
        }
        assertThat(found)
                .containsExactly(
                        // Their manifest documents no route, and no code subscribes.
                        "CONF101 warning cart.changed",
                        "CONF101 warning catalog.search.completed",
                        "CONF101 warning parcel.booked",
                        "CONF101 warning report.ready",
                        // The shop's router prints no subscription.
                        "CONF108 info order.placed",
                        // The conductor subscribes, which is not in the checkout.
                        "CONF109 info CartPlugin:sequence:completed");
    }

    @Test
    void anotherHandlerThanDocumentedIsAFinding() {
        Bench bench = new Bench(folder);
        Path document = Bench.root().resolve("samples/storefront/json-sequences/checkout/place-order.json");
        String said = Bench.text(document).replace("\"handler\": \"createOrder\"", "\"handler\": \"makeOrder\"");
        assertThat(said).isNotEqualTo(Bench.text(document));
        bench.write("code/json-sequences/checkout/place-order.json", said.getBytes(StandardCharsets.UTF_8));
        bench.write("a.log", Bench.lines("browse-and-buy.log"));
        bench.run("analyze", "a.log", "--code", "code");
        JsonNode one = Findings.conformance(bench).stream()
                .filter(finding -> finding.get("rule").asString().equals("CONF005"))
                .reduce((first, second) -> {
                    throw new AssertionError(first + " and " + second);
                })
                .orElseThrow();
        assertThat(one.get("sentence").asString())
                .contains("of `Checkout Place Order` is carried out by `CheckoutPlugin.createOrder`")
                .endsWith("documented is `makeOrder`");
        assertThat(one.get("severity").asString()).isEqualTo("error");
        assertThat(one.get("sequence").asString()).isEqualTo("checkout-place-order-symphony");
        assertThat(one.get("executions").asLong()).isPositive();
        assertThat(one.get("file").asString()).isEqualTo("json-sequences/checkout/place-order.json");
    }

    @Test
    void anExecutionThatOthersWaitBehindIsAFinding() {
        Bench bench = new Bench(folder);
        List<String> lines = Bench.lines("overlapping.log");
        int began = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).contains("Now executing \"Checkout Place Order\""))
                .findFirst()
                .orElseThrow();
        int waiting = IntStream.range(began, lines.size())
                .filter(i -> lines.get(i).contains("Enqueued \"Checkout Place Order\""))
                .findFirst()
                .orElseThrow();
        bench.write("a.log", lines.subList(0, waiting + 1));
        bench.write("b.log", lines.subList(0, waiting));
        bench.run("analyze", "a.log", "--store", "one");
        bench.run("analyze", "b.log", "--store", "two");
        assertThat(Findings.of(Findings.conformance(bench, "--store", "one"), "CONF006"))
                .singleElement()
                .asString()
                .startsWith("error beat `")
                .endsWith("of `Checkout Place Order` began and its execution never ended:"
                        + " 1 execution behind it never began");
        // Where nobody waits, its log may just end.
        assertThat(Findings.of(Findings.conformance(bench, "--store", "two"), "CONF006"))
                .isEmpty();
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

    private static List<JsonNode> findings(Bench bench) {
        return Findings.conformance(bench, "--store", STORE);
    }
}

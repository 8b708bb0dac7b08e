package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Routes of manifests and calls in code beside the topics of a session in which returns go to reporting.
class RoutingTest {

    private static final String RETURNS =
            "{\"pluginId\": \"ReportingPlugin\", \"sequenceId\": \"reporting-returns-symphony\"}";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void make() {
        bench = new Bench(folder);
        bench.write("a.log", Bench.lines("misrouted.log"));
        document("reporting/returns.json");
    }

    private void document(String name) {
        write("json-sequences/" + name, Bench.text(Bench.root().resolve("samples/storefront/json-sequences/" + name)));
    }

    private void write(String name, String text) {
        bench.write("code/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void manifest(String... topics) {
        write("topics-manifest.json", "{\"topics\": {\n" + String.join(",\n", topics) + "\n}}");
    }

    private static String topic(String name, String... routes) {
        return "\"%s\": {\"routes\": [%s]}".formatted(name, String.join(",\n", routes));
    }

    private List<JsonNode> findings() {
        bench.run("analyze", "a.log", "--code", "code");
        return Findings.conformance(bench);
    }

    @Test
    void aRouteThatIsDocumentedTwiceIsTaken() {
        manifest(topic("return.requested", RETURNS, RETURNS));
        List<JsonNode> found = findings();
        assertThat(Findings.of(found, "CONF102")).isEmpty();
        assertThat(Findings.of(found, "CONF104")).noneMatch(one -> one.contains("`return.requested`"));
        assertThat(Findings.of(found, "CONF105")).isEmpty();
        assertThat(Findings.of(found, "CONF107")).isEmpty();
    }

    @Test
    void anotherPluginOrNoRouteAtAllIsAnotherRoute() {
        manifest(topic("return.requested", RETURNS.replace("ReportingPlugin", "ShippingPlugin")));
        assertThat(Findings.of(findings(), "CONF102"))
                .containsExactly("error topic `return.requested` led to `ReportingPlugin::reporting-returns-symphony`"
                        + " with 3 messages, documented is `ShippingPlugin::reporting-returns-symphony`");
        manifest(topic("return.requested"));
        bench.run("map", "--code", "code");
        assertThat(Findings.of(Findings.conformance(bench), "CONF102"))
                .containsExactly("warning topic `return.requested` led to `ReportingPlugin::reporting-returns-symphony`"
                        + " with 3 messages, documented is no route");
    }

    @Test
    void aTopicOfNoManifestIsUndocumented() {
        manifest(topic("other.requested"));
        assertThat(Findings.of(findings(), "CONF104"))
                .containsExactly(
                        "warning topic `return.requested` is in no manifest and was published to with 3 messages",
                        "warning topic `catalog.search.completed` is in no manifest and was published to with 1 message",
                        "warning topic `catalog.search.requested` is in no manifest and was published to with 1 message");
    }

    @Test
    void aSequenceThatNoFileDefinesIsAnErrorOnlyWhereMessagesLeadThere() {
        manifest(topic("return.requested", RETURNS.replace("reporting-returns", "ghost"), RETURNS));
        assertThat(Findings.of(findings(), "CONF105"))
                .containsExactly("info 1 sequence that manifests name is defined by no file, and no message led there:"
                        + " `ghost-symphony`");
        write("json-sequences/reporting/returns.json", "{}");
        document("cart/add-item.json");
        bench.run("map", "--code", "code");
        assertThat(Findings.of(Findings.conformance(bench), "CONF105"))
                .contains("error sequence `reporting-returns-symphony` is named by a manifest, no file defines it,"
                        + " and 3 messages led to it");
    }

    @Test
    void messagesThatTookNoRouteMissTheirsOrReachNobody() {
        bench.write("a.log", Bench.lines("handler-failures.log"));
        manifest(topic("cart.changed", RETURNS));
        List<JsonNode> found = findings();
        assertThat(Findings.of(found, "CONF103"))
                .singleElement()
                .asString()
                .contains(
                        "error ",
                        "on topic `cart.changed` took no route",
                        "`ReportingPlugin::reporting-returns-symphony`");
        assertThat(Findings.of(found, "CONF101")).noneMatch(one -> one.contains("`cart.changed`"));
        manifest(topic("cart.changed"));
        bench.run("map", "--code", "code");
        List<JsonNode> without = Findings.conformance(bench);
        assertThat(Findings.of(without, "CONF103")).isEmpty();
        assertThat(Findings.of(without, "CONF101")).anyMatch(one -> one.contains("`cart.changed`"));
        // A subscriber in code hears it, though the log does not say so.
        write("host.js", "router.subscribe(`cart.${what}`, show);");
        bench.run("map", "--code", "code");
        assertThat(Findings.of(Findings.conformance(bench), "CONF101"))
                .noneMatch(one -> one.contains("`cart.changed`"));
    }

    @Test
    void subscriptionsOfCodeAndOfProductionAreHeldAgainstEachOther() {
        write("host.js", """
                import { TOPICS } from "./topics.js";
                bus.subscribe("sequence-started", show);
                bus.subscribe(TOPICS.GONE, show);
                bus.on("SIGINT", stop);
                """);
        write("topics.js", "export const TOPICS = { GONE: \"cart.gone\" };");
        manifest(topic("return.requested", RETURNS));
        List<JsonNode> found = findings();
        assertThat(Findings.of(found, "CONF108"))
                .containsExactly("info 1 topic is subscribed to in code and by nobody in production: `cart.gone`");
        assertThat(Findings.of(found, "CONF109"))
                .singleElement()
                .asString()
                .contains("subscribed to in production by code that no checkout has: ")
                .doesNotContain("sequence-started");
        JsonNode silent = found.stream()
                .filter(one -> one.get("rule").asString().equals("CONF108"))
                .findFirst()
                .orElseThrow();
        assertThat(silent.get("file").asString()).isEqualTo("host.js");
        assertThat(silent.get("line").asInt()).isEqualTo(3);
    }

    @Test
    void aCircleThatNoSessionWentRoundIsOnlyMentioned() {
        document("shipping/return.json");
        write("json-sequences/reporting/index.json", """
                {"sequences": [{"file": "returns.json", "handlersPath": "returns.js"}]}""");
        write("returns.js", """
                export function countReturn() {
                  router.publish("return.requested", {});
                }
                export const handlers = { countReturn };
                """);
        manifest(topic("return.requested", RETURNS));
        assertThat(Findings.of(findings(), "CONF106"))
                .containsExactly("info `reporting-returns-symphony` leads back to itself: publishes `return.requested`"
                        + " to `reporting-returns-symphony`; code and manifests say so, no session went round");
    }

    @Test
    void hugeManifestsWithHostileNamesAreFoldedIntoOneFinding() {
        List<String> topics = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            topics.add(topic("t" + i + "*'\\\"; DROP TABLE x; <b>\\u001b[31m\\n" + "y".repeat(50), RETURNS));
        }
        topics.add(topic("return.requested", RETURNS));
        topics.add(topic("", "{}", "{\"sequenceId\": \"\"}", "{\"pluginId\": 7}"));
        manifest(topics.toArray(String[]::new));
        List<JsonNode> found = findings();
        assertThat(Findings.of(found, "CONF107"))
                .singleElement()
                .asString()
                .startsWith("info 5,000 topics with a documented route are never published to in any session: ");
        assertThat(found.stream().filter(one -> one.get("rule").asString().startsWith("CONF10")))
                .hasSizeLessThan(5);
        Bench.Result shown = bench.run("conformance");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out()).doesNotContain("\u001b[31m");
    }
}

package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.code.history.Bundle;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A number leads to the executions that it counts: to as many of them.
class ExecutionSetsTest {

    /// Columns and facts that count executions, of all answers.
    private static final Set<String> COUNTS =
            Set.of("executions", "conforming", "contradictions", "queued, never started");

    /// Rules that count executions, each once.
    private static final Set<String> RULES =
            Set.of("CONF001", "CONF002", "CONF003", "CONF004", "CONF007", "CONF008", "CONF009");

    @TempDir
    static Path folder;

    private static Served served;

    private record Door(String where, String label, JsonNode cell, JsonNode which) {}

    @BeforeAll
    static void serve() {
        Path sample = Bench.root().resolve("samples/storefront");
        Path checkout = folder.resolve("storefront");
        Bundle.checkOut(sample.resolve("storefront.bundle"), checkout);
        Bench bench = new Bench(folder);
        bench.analyze(sample.resolve("sessions").toString(), "--code", checkout.toString());
        served = Served.of(folder.resolve(".backbeat"));
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void aNumberLeadsToAsManyExecutionsAsItCounts() {
        Set<String> met = new TreeSet<>();
        for (Door door : doors()) {
            long behind = total(door.which());
            assertThat(behind).as(door.toString()).isPositive();
            if (COUNTS.contains(door.label()) && !door.where().contains("coverage")) {
                met.add(door.label());
                assertThat(behind)
                        .as(door.toString())
                        .isEqualTo(door.cell().at("/value/count").asLong());
            }
        }
        assertThat(met).contains("conforming", "contradictions", "executions");
    }

    @Test
    void aFindingLeadsToAsManyExecutionsAsItWasSeenIn() {
        Set<String> met = new TreeSet<>();
        for (JsonNode finding : served.json("/api/analyses/conformance").at("/exhibits").findValues("findings").stream()
                .flatMap(JsonNode::valueStream)
                .toList()) {
            String rule = finding.get("rule").asString();
            for (JsonNode which : finding.get("evidence").findValues("which")) {
                met.add(rule);
                if (RULES.contains(rule)) {
                    assertThat(total(which))
                            .as(finding.toString())
                            .isEqualTo(finding.get("executions").asLong());
                } else {
                    assertThat(total(which)).as(finding.toString()).isPositive();
                }
            }
        }
        assertThat(met).contains("CONF001", "CONF005", "CONF007", "CONF008");
    }

    @Test
    void whatDidTheSameIsFoundByOneOfThem() {
        JsonNode variants = served.json("/api/analyses/conformance?top=1000")
                .at("/exhibits")
                .valueStream()
                .filter(exhibit -> exhibit.get("title").asString().startsWith("variants"))
                .findFirst()
                .orElseThrow();
        long sum = 0;
        for (JsonNode row : variants.get("rows")) {
            sum += total(row.at("/2/references/0/which"));
        }
        assertThat(sum)
                .isEqualTo(served.json("/api/analyses/conformance")
                        .at("/exhibits/0/facts/0/cell/value/count")
                        .asLong());
    }

    @Test
    void sessionsAndContradictionsAreOfTheScope() {
        JsonNode all = served.json("/api/sessions").at("/exhibits/0");
        String sequence = "sequence=checkout-place-order-symphony";
        JsonNode some = served.json("/api/sessions?" + sequence).at("/exhibits/0");
        assertThat(some.get("total").asLong())
                .isPositive()
                .isLessThan(all.get("total").asLong());
        long contradictions = 0;
        for (JsonNode row : some.get("rows")) {
            String session = row.at("/0/references/0/session").asString();
            String within = "/api/executions?limit=1&" + sequence + "&session=" + session;
            assertThat(row.at("/7/value/count").asLong())
                    .isPositive()
                    .isEqualTo(served.json(within + "&status=begun")
                            .at("/exhibits/0/total")
                            .asLong());
            contradictions += row.at("/8/value/count").asLong();
            assertThat(served.json("/api/sessions?session=" + session)
                            .at("/exhibits/0/total")
                            .asLong())
                    .isEqualTo(1);
        }
        assertThat(contradictions)
                .isPositive()
                .isEqualTo(served.json("/api/executions?limit=1&status=contradiction&" + sequence)
                        .at("/exhibits/0/total")
                        .asLong());
        JsonNode findings = served.json("/api/contradictions?" + sequence).at("/exhibits/0/findings");
        assertThat(findings.size())
                .isPositive()
                .isLessThan(served.json("/api/contradictions")
                        .at("/exhibits/0/findings")
                        .size());
        findings.forEach(
                finding -> assertThat(finding.get("sentence").asString()).contains("Checkout Place Order"));
        assertThat(served.json("/api/sessions?to=1970-01-01T00:00:00Z")
                        .at("/exhibits/0/total")
                        .asLong(-1))
                .isZero();
    }

    @Test
    void aHandlerIsOfTheScope() {
        String handler =
                "/api/handlers?plugin=CheckoutPlugin&sequence=checkout-place-order-symphony&handler=authorizePayment";
        long runs = 0;
        long failed = 0;
        long slowest = 0;
        int silent = 0;
        for (JsonNode row : served.json("/api/sessions").at("/exhibits/0/rows")) {
            String session = "&session=" + row.at("/0/references/0/session").asString();
            JsonNode exhibits = served.json(handler + session).get("exhibits");
            JsonNode facts = exhibits.at("/0/facts");
            if (facts.at("/0/label").asString().equals("runs in what was asked")) {
                assertThat(facts.at("/0/cell/value/count").asLong()).isZero();
                silent++;
                continue;
            }
            runs += facts.at("/2/cell/value/count").asLong();
            failed += facts.at("/3/cell/value/count").asLong();
            slowest += exhibits.at("/2/total").asLong();
            JsonNode which = facts.at("/2/cell/references/0/which");
            assertThat(total(which, session)).isPositive();
        }
        assertThat(silent).isPositive();
        JsonNode all = served.json(handler).get("exhibits");
        assertThat(runs).isEqualTo(all.at("/0/facts/2/cell/value/count").asLong());
        assertThat(failed)
                .isEqualTo(all.at("/0/facts/3/cell/value/count").asLong())
                .isPositive();
        assertThat(slowest).isEqualTo(all.at("/2/total").asLong());
    }

    @Test
    void whatIsNoFilterIsRefused() {
        assertThat(served.ask("/api/executions?handler_outcome=broken").statusCode())
                .isEqualTo(400);
        assertThat(served.ask("/api/executions?like=0011223344556677,nonsense").body())
                .contains("`nonsense` is no execution");
        assertThat(served.json("/api/executions?like=0011223344556677")
                        .at("/exhibits/0/total")
                        .asLong())
                .isZero();
    }

    private static List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        for (String path : List.of(
                "/api/analyses/profile",
                "/api/analyses/conformance",
                "/api/analyses/coverage",
                "/api/contradictions",
                "/api/sessions")) {
            for (JsonNode exhibit : served.json(path).get("exhibits")) {
                String where = path + " " + exhibit.get("title").asString();
                exhibit.path("facts")
                        .forEach(fact -> add(doors, where, fact.get("label").asString(), fact.get("cell")));
                boolean table = exhibit.get("kind").asString().equals("table");
                for (JsonNode row : table ? exhibit.get("rows") : List.<JsonNode>of()) {
                    for (int i = 0; i < row.size(); i++) {
                        JsonNode column = exhibit.get("columns").get(i);
                        add(doors, where, column.path("title").asString(""), row.get(i));
                    }
                }
                exhibit.path("findings")
                        .forEach(finding -> finding.get("evidence")
                                .findValues("which")
                                .forEach(which -> doors.add(new Door(where, "", finding, which))));
            }
        }
        assertThat(doors).hasSizeGreaterThan(50);
        return doors;
    }

    private static void add(List<Door> doors, String where, String label, JsonNode cell) {
        cell.path("references").findValues("which").forEach(which -> doors.add(new Door(where, label, cell, which)));
    }

    private static long total(JsonNode which) {
        return total(which, "");
    }

    private static long total(JsonNode which, String scope) {
        StringBuilder query = new StringBuilder("/api/executions?limit=1" + scope);
        add(query, "sequence", which.get("sequence"));
        add(query, "build", which.get("build"));
        add(query, "session", which.get("session"));
        add(query, "status", which.get("status"));
        add(query, "handler_plugin", which.path("handler").path("plugin"));
        add(query, "handler_sequence", which.path("handler").path("sequence"));
        add(query, "handler_name", which.path("handler").path("handler"));
        add(query, "handler_outcome", which.get("handlerOutcome"));
        which.get("like").forEach(one -> add(query, "like", one));
        return served.json(query.toString()).at("/exhibits/0/total").asLong(-1);
    }

    private static void add(StringBuilder query, String name, JsonNode value) {
        String text = value.asString("");
        if (!text.isEmpty()) {
            query.append('&').append(name).append('=').append(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }
}

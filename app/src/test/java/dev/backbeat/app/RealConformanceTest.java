package dev.backbeat.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The first user's sessions, where they are there: what was planted is found under its own rule, and what is
/// found besides was reviewed. Only the user's documents are there, so nothing is asked of code.
class RealConformanceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Map<String, String> RULES = Map.of(
            "handler-throws", "CONF007",
            "handler-never-resolves", "CONF008",
            "beat-missing", "CONF001",
            "beats-wrong-order", "CONF004",
            "sequence-not-completing", "CONF006",
            "bad-payload", "CONF007",
            "beat-fails-in-conductor", "CONF010",
            "topic-with-zero-routes", "CONF101");

    /// The sequences of the files that were broken.
    private static final Map<String, String> SEQUENCES = Map.of(
            "canvas-component/delete.json", "canvas-component-delete-symphony",
            "canvas-component/update.json", "canvas-component-update-symphony",
            "header/ui.theme.toggle.json", "header-ui-theme-toggle-symphony",
            "library-component/drag.json", "library-component-drag-symphony");

    @TempDir
    static Path folder;

    private static Bench bench;

    @BeforeAll
    static void analyze() {
        Path data = data();
        boolean there = Files.isDirectory(data);
        if (!there) {
            System.out.println("skipped: the real logs are not in " + data);
        }
        assumeTrue(there, "the real logs are not in " + data);
        bench = new Bench(folder);
        bench.analyze(
                data.resolve("logs").toString(),
                "--code",
                data.resolve("catalog").toString());
    }

    private static Path data() {
        String given = System.getProperty("backbeat.data", System.getenv("BACKBEAT_DATA"));
        Path shared = given == null ? Bench.root().resolveSibling("shared").resolve("data") : Path.of(given);
        return shared.resolve("renderx");
    }

    /// What a finding has to be.
    private record Wanted(String rule, String sequence, String handler, String name) {

        boolean is(JsonNode finding) {
            JsonNode who = finding.get("handler");
            return rule.equals(finding.get("rule").asString())
                    && (sequence.isEmpty()
                            || sequence.equals(finding.path("sequence").asString("")))
                    && (handler.isEmpty()
                            || who != null && handler.equals(who.path("handler").asString("")))
                    && says(finding, name);
        }
    }

    private static boolean says(JsonNode finding, String name) {
        return name.isEmpty() || finding.get("sentence").asString().contains("`" + name + "`");
    }

    @Test
    void everyPlantedFaultIsFoundAndWhatElseIsFoundWasReviewed() {
        JsonNode truth = JSON.readTree(Bench.text(data().resolve("ground-truth.json")));
        JsonNode reviewed = JSON.readTree(Bench.text(Bench.root().resolve("bench/truth/renderx-conformance.json")));
        Set<String> missed = new TreeSet<>();
        Set<String> surplus = new TreeSet<>();
        int planted = 0;
        for (Map.Entry<String, String> session : sessions().entrySet()) {
            JsonNode of = truth.get("sessions").get(session.getKey());
            List<JsonNode> findings = Findings.conformance(bench, "--session", session.getValue());
            Set<JsonNode> met = new HashSet<>();
            Set<String> kinds = new HashSet<>();
            for (Wanted wanted : wanted(of, reviewed)) {
                planted++;
                List<JsonNode> hit = findings.stream().filter(wanted::is).toList();
                met.addAll(hit);
                if (hit.isEmpty()) {
                    missed.add(of.get("id").asString() + " " + wanted);
                }
            }
            of.get("faults").forEach(fault -> kinds.add(fault.get("kind").asString()));
            for (JsonNode finding : findings) {
                if (!met.contains(finding) && !isReviewed(finding, kinds, reviewed)) {
                    surplus.add(
                            of.get("id").asString() + " " + finding.get("rule").asString() + " "
                                    + finding.get("sentence").asString());
                }
            }
        }
        assertThat(planted).isGreaterThan(100);
        assertThat(missed).isEmpty();
        assertThat(surplus).isEmpty();
    }

    @Test
    void ofAllSessionsTogetherWhatIsAmbientIsOneFindingEach() {
        List<JsonNode> findings = Findings.conformance(bench);
        assertThat(Findings.of(findings, "CONF013"))
                .hasSize(2)
                .anyMatch(one -> one.startsWith("warning host `localhost:5000` can't be reached: 1,869 calls failed"));
        assertThat(Findings.of(findings, "CONF012"))
                .filteredOn(one -> one.contains(" never registers in 25 of 25 sessions"))
                .hasSize(2);
        assertThat(Findings.of(findings, "CONF107")).hasSize(1);
    }

    private static List<Wanted> wanted(JsonNode session, JsonNode reviewed) {
        List<Wanted> all = new ArrayList<>();
        for (JsonNode fault : session.get("faults")) {
            String kind = fault.get("kind").asString();
            if (kind.startsWith("sequence-json")) {
                String file = fault.get("file").asString();
                all.add(new Wanted("CONF011", SEQUENCES.getOrDefault(file, file), "", ""));
            } else if (fault.has("handlers")) {
                fault.get("handlers").forEach(handler -> all.add(new Wanted("CONF010", "", handler.asString(), "")));
            } else {
                all.add(new Wanted(
                        RULES.getOrDefault(kind, kind),
                        fault.path("sequence").asString(""),
                        fault.path("handler")
                                .asString(fault.path("missingHandler").asString("")),
                        fault.path("topic").asString("")));
            }
        }
        for (JsonNode one : reviewed.get("ambient")) {
            boolean inFormat = !one.has("formats")
                    || one.get("formats").get(0).asInt()
                            == session.get("format").asInt();
            if (one.path("truth").asBoolean(false) && inFormat) {
                all.add(new Wanted(
                        one.get("rule").asString(), "", "", one.get("names").asString()));
            }
        }
        return all;
    }

    private static boolean isReviewed(JsonNode finding, Set<String> kinds, JsonNode reviewed) {
        for (String list : List.of("ambient", "follows")) {
            for (JsonNode one : reviewed.get(list)) {
                boolean here =
                        !one.has("kind") || kinds.contains(one.get("kind").asString());
                if (here
                        && one.get("rule").asString().equals(finding.get("rule").asString())
                        && says(finding, one.get("names").asString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The sessions by the names of their files.
    private static Map<String, String> sessions() {
        Map<String, String> found = new TreeMap<>();
        try (Store store = Catalog.parts().storeEngine().open(folder.resolve(".backbeat"), false)) {
            store.rows(
                    "SELECT s.session_id, i.name FROM sessions s JOIN inputs i ON i.input = s.input",
                    row -> found.put(
                            Path.of(row.textAt("name").orElseThrow())
                                    .getFileName()
                                    .toString(),
                            "%016x".formatted(row.longAt("session_id"))));
        }
        assertThat(found).hasSize(25);
        return found;
    }
}

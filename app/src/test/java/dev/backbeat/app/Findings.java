package dev.backbeat.app;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The findings of an answer.
final class Findings {

    private Findings() {}

    /// What `conformance` finds with some arguments.
    static List<JsonNode> conformance(Bench bench, String... arguments) {
        List<String> line = new ArrayList<>(List.of("conformance", "--output", "json"));
        line.addAll(List.of(arguments));
        JsonNode answer = bench.run(line.toArray(String[]::new)).json();
        for (JsonNode exhibit : answer.get("exhibits")) {
            if (exhibit.get("kind").asString().equals("findings")) {
                List<JsonNode> findings = new ArrayList<>();
                exhibit.get("findings").forEach(findings::add);
                return findings;
            }
        }
        throw new AssertionError("no findings in " + answer);
    }

    /// The findings of a rule as `severity sentence`.
    static List<String> of(List<JsonNode> findings, String rule) {
        return findings.stream()
                .filter(one -> one.get("rule").asString().equals(rule))
                .map(one -> one.get("severity").asString() + " "
                        + one.get("sentence").asString())
                .toList();
    }
}

package dev.backbeat.output.sarif;

import dev.backbeat.model.Answer;
import dev.backbeat.model.Severity;
import dev.backbeat.output.AllFindings;
import dev.backbeat.output.Located;
import dev.backbeat.output.Output;
import dev.backbeat.output.RuleTexts;
import dev.backbeat.output.Screen;
import dev.backbeat.output.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The output `sarif`.
///
/// Source: OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0, with errata 01.
public final class SarifOutput implements Output {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonMapper mapper =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final RuleTexts texts;
    private final String version;

    /// @param texts what is said of rules
    /// @param version of Backbeat; empty where it is not known
    public SarifOutput(RuleTexts texts, String version) {
        this.texts = texts;
        this.version = version;
    }

    @Override
    public String id() {
        return "sarif";
    }

    @Override
    public String description() {
        return "the findings as SARIF 2.1.0, for code scanning and editors";
    }

    @Override
    public Optional<String> mediaType() {
        return Optional.of("application/json");
    }

    @Override
    public void write(Answer answer, Screen screen, Appendable target) throws IOException {
        AllFindings findings = AllFindings.required(answer, id());
        Rules rules = new Rules(findings, texts);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(rules)));
        run.put("automationDetails", Map.of("id", "backbeat/" + Visible.of(answer.id()) + "/"));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results(findings, rules));
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        target.append(mapper.writeValueAsString(log)).append('\n');
    }

    private Map<String, Object> driver(Rules rules) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Backbeat");
        if (!version.isEmpty()) {
            driver.put("version", version);
        }
        driver.put("rules", rules.descriptors());
        return driver;
    }

    private static List<Map<String, Object>> results(AllFindings findings, Rules rules) {
        Map<String, Integer> seen = new HashMap<>();
        List<Map<String, Object>> results = new ArrayList<>();
        for (Located finding : findings.ranked()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("ruleId", finding.rule());
            result.put("ruleIndex", rules.index(finding.rule()));
            result.put("level", level(finding.severity()));
            result.put("message", Map.of("text", Places.plain(finding.message())));
            result.put("locations", List.of(Places.location(finding)));
            List<Map<String, Object>> related = Places.related(finding);
            if (!related.isEmpty()) {
                result.put("relatedLocations", related);
            }
            String print = Fingerprint.of(finding);
            int ordinal = seen.merge(print, 1, Integer::sum);
            result.put("partialFingerprints", Map.of("backbeatFinding/v1", print + ":" + ordinal));
            result.put("occurrenceCount", Math.max(1, finding.finding().count()));
            result.put("properties", properties(finding));
            results.add(result);
        }
        return results;
    }

    private static Map<String, Object> properties(Located finding) {
        Map<String, Object> properties = new LinkedHashMap<>();
        put(properties, "sequence", finding.sequence());
        put(properties, "beat", finding.beat());
        put(properties, "handler", finding.handler());
        put(properties, "hint", finding.finding().hint());
        List<String> executions =
                finding.executions().stream().map(Object::toString).toList();
        if (!executions.isEmpty()) {
            properties.put("executionIds", executions);
        }
        if (!finding.code().isEmpty() && finding.code().getFirst().commit() != null) {
            put(properties, "commit", String.valueOf(finding.code().getFirst().commit()));
        }
        return properties;
    }

    private static void put(Map<String, Object> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, Visible.of(value));
        }
    }

    static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}

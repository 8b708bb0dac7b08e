package dev.backbeat.output.sarif;

import dev.backbeat.model.Severity;
import dev.backbeat.output.AllFindings;
import dev.backbeat.output.Located;
import dev.backbeat.output.RuleText;
import dev.backbeat.output.RuleTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules that were checked, found or not, in the order of their ids.
final class Rules {

    private final List<String> ids;
    private final List<Map<String, Object>> descriptors = new ArrayList<>();

    Rules(AllFindings findings, RuleTexts texts) {
        this.ids = List.copyOf(findings.checked().keySet());
        for (String id : ids) {
            Severity worst = findings.of(id).stream()
                    .map(Located::severity)
                    .max(Severity::compareTo)
                    .orElse(Severity.WARNING);
            descriptors.add(descriptor(id, texts.of(id), worst));
        }
    }

    int index(String rule) {
        return ids.indexOf(rule);
    }

    List<Map<String, Object>> descriptors() {
        return descriptors;
    }

    private static Map<String, Object> descriptor(String id, Optional<RuleText> known, Severity worst) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", id);
        known.ifPresent(text -> {
            rule.put("shortDescription", Map.of("text", text.title()));
            rule.put("fullDescription", Map.of("text", text.what()));
            Map<String, Object> help = new LinkedHashMap<>();
            help.put("text", text.markdown().replace("**", ""));
            help.put("markdown", text.markdown());
            rule.put("help", help);
            if (!text.page().isEmpty()) {
                rule.put("helpUri", text.page());
            }
        });
        rule.put("defaultConfiguration", Map.of("level", SarifOutput.level(worst)));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tags", List.of("production", id.replaceAll("\\d+$", "").toLowerCase(java.util.Locale.ROOT)));
        properties.put("precision", "high");
        properties.put("problem.severity", severity(worst));
        rule.put("properties", properties);
        return rule;
    }

    private static String severity(Severity severity) {
        return severity == Severity.INFO ? "recommendation" : SarifOutput.level(severity);
    }
}

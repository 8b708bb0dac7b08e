package dev.backbeat.app.cli;

import dev.backbeat.app.engine.AnalyzeReport;
import dev.backbeat.app.ingest.InputReport;
import java.util.LinkedHashMap;
import java.util.Map;

/// What to try next.
final class NextSteps {

    private NextSteps() {}

    static void tell(Shell shell, AnalyzeReport report) {
        Map<String, String> steps = new LinkedHashMap<>();
        report.findings().stream()
                .findFirst()
                .ifPresent(finding -> steps.put(
                        String.valueOf(finding.get("hint")).replaceAll("^[^`]*`|`[^`]*$", ""),
                        "the lines around the first contradiction"));
        steps.put("backbeat executions --status incomplete", "what never ended");
        steps.put("backbeat bottlenecks --top 25", "more of what is slow");
        if (report.linesUnknown() + report.linesRejected() > 0) {
            int input = report.inputs().stream()
                    .filter(read -> read.linesUnknown() + read.linesRejected() > 0)
                    .mapToInt(InputReport::input)
                    .findFirst()
                    .orElse(1);
            steps.put("backbeat ledger " + input, "what was not understood");
        }
        shell.err().println("\nnext:");
        int width = steps.keySet().stream().mapToInt(String::length).max().orElse(0);
        steps.forEach((command, why) ->
                shell.err().println("  " + command + " ".repeat(width - command.length()) + "  " + why));
    }
}

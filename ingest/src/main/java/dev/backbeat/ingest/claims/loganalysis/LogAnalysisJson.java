package dev.backbeat.ingest.claims.loganalysis;

import dev.backbeat.ingest.claims.JsonReport;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.ReportReading;
import java.util.regex.Pattern;

/// The report `log-analysis-json`.
public final class LogAnalysisJson implements ReportFormat {

    private static final Pattern NAME = Pattern.compile("(?s).*log-analysis-[^/\\\\]*\\.json(\\.gz)?");

    @Override
    public String id() {
        return "log-analysis-json";
    }

    @Override
    public String description() {
        return "the JSON of RenderX's `analyze-logs.js` (`log-analysis-*.json`), read as claims";
    }

    @Override
    public boolean fits(String name, String sample) {
        return JsonReport.objectIn(sample).filter(json -> isOf(name, json)).isPresent();
    }

    private static boolean isOf(String name, String json) {
        boolean shaped = json.contains("\"pluginMounts\":{\"attempts\"")
                || (json.contains("\"pluginMounts\":") && json.contains("\"registered\":"));
        boolean named = json.contains("\"totalLines\":") && NAME.matcher(name).matches();
        return (shaped || named) && !json.contains("\"stage1_rawLog\"");
    }

    @Override
    public void read(ReportReading report) {
        report.writtenBy("analyze-logs.js");
        JsonReport.read(report, root -> new LogAnalysis(report).read(root));
    }
}

package dev.backbeat.ingest.claims.loganalysismarkdown;

import dev.backbeat.ingest.claims.MarkdownReport;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.ReportReading;

/// The report `log-analysis-markdown`.
public final class LogAnalysisMarkdown implements ReportFormat {

    private static final String TITLE = "# Log Analysis Report";

    @Override
    public String id() {
        return "log-analysis-markdown";
    }

    @Override
    public String description() {
        return "the Markdown of RenderX's `analyze-logs.js` or `generate-md-report.js` (`log-analysis-*.md`),"
                + " read as claims";
    }

    @Override
    public boolean fits(String name, String sample) {
        return sample.startsWith(TITLE) || sample.startsWith("\uFEFF" + TITLE);
    }

    @Override
    public void read(ReportReading report) {
        Sections sections = new Sections(report);
        MarkdownReport.read(report, sections::knows);
        sections.end();
    }
}

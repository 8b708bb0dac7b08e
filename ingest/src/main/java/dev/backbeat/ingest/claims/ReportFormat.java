package dev.backbeat.ingest.claims;

/// A kind of report: how it is known, and what it claims. Stateless and thread safe.
public interface ReportFormat {

    /// The name that `--format` takes, such as `log-analysis-json`.
    String id();

    /// What it reads, in one sentence.
    String description();

    /// Whether an input is such a report.
    ///
    /// @param name how the input is named
    /// @param sample its first bytes as text, cut anywhere
    boolean fits(String name, String sample);

    /// Reads a report.
    void read(ReportReading report);
}

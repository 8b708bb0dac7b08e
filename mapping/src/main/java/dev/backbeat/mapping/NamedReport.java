package dev.backbeat.mapping;

import dev.backbeat.code.coverage.CoverageReport;

/// A report of a coverage tool.
///
/// @param name its file, as people gave it
public record NamedReport(String name, CoverageReport report) {}

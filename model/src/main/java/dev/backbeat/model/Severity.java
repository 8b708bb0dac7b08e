package dev.backbeat.model;

/// How much a finding matters.
public enum Severity {
    /// Worth knowing.
    INFO,
    /// Worth a look.
    WARNING,
    /// Something is wrong.
    ERROR
}

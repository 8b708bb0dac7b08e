package dev.backbeat.code.coverage;

/// Reads one kind of report.
public interface CoverageReader {

    /// Stable, such as `lcov`.
    String id();

    /// Whether a file is of this kind, by how it begins.
    ///
    /// @param head its first bytes, at most 4096, as text
    boolean mayRead(String head);

    /// Reads a report whole.
    ///
    /// @param name what to call it in errors
    /// @throws dev.backbeat.model.BackbeatException `INPUT`, with the place, when it is damaged or ends too
    ///     early
    CoverageReport read(String name, byte[] content);
}

package dev.backbeat.ingest;

/// How a kind of log splits bytes into records: where a record starts, and where in its first line the
/// time, the level and the message stand. Stateless and thread safe; called on every line, so it looks at
/// bytes and allocates nothing.
public interface Layout {

    /// The name that `--format` takes, such as `conductor-console`.
    String id();

    /// What it reads, in one sentence.
    String description();

    /// How well this layout fits the beginning of an input.
    ///
    /// @param sample the first bytes, cut anywhere
    /// @param length how many bytes of it are filled
    /// @return from 0 (not at all) to 1000 (every line)
    int fit(byte[] sample, int length);

    /// Whether a line may start a record; other lines continue the record above. Must depend on the line
    /// alone, so that one file can be cut and parsed in parallel.
    boolean startsRecord(byte[] bytes, int from, int to);

    /// Finds time, level and message in the first line of a record, which is `record.headFrom()` to
    /// `record.headTo()`, and sets them.
    void head(LogRecord record);
}

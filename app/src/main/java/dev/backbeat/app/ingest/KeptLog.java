package dev.backbeat.app.ingest;

import dev.backbeat.ingest.source.Source;
import java.nio.file.Path;

/// A log that only grows, whose redacted lines lie in a file of the store: nothing else has to be kept of
/// it.
public interface KeptLog extends Source {

    /// The name of its format.
    String format();

    /// Where it lies, in the store's folder.
    Path file();
}

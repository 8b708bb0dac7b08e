package dev.backbeat.app.ingest;

import dev.backbeat.ingest.source.Source;

/// An input whose format is known.
sealed interface Opened extends AutoCloseable permits OpenInput, OpenReport {

    /// Where its bytes come from.
    Source source();

    @Override
    void close();
}

package dev.backbeat.app.ingest;

import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.source.Source;

/// A report of another tool whose format is known. It is read when its turn comes.
record OpenReport(Source source, ReportFormat format) implements Opened {

    @Override
    public void close() {
        // Nothing is held open.
    }
}

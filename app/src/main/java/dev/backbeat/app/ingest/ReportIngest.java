package dev.backbeat.app.ingest;

import dev.backbeat.ingest.claims.ReadReport;
import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.claims.ReportPass;
import dev.backbeat.ingest.journal.Journal;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.LineClass;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes one report from its bytes to the store: journalled as any input, and known again by its content.
/// It holds no session, so it adds claims and no fact.
final class ReportIngest {

    private final Store store;
    private final JournalFolder journals;
    private final Redactor redactor;
    private final long readNanos;

    /// @param readNanos when the inputs are read, for all of a run the same
    ReportIngest(Store store, JournalFolder journals, Redactor redactor, long readNanos) {
        this.store = store;
        this.journals = journals;
        this.redactor = redactor;
        this.readNanos = readNanos;
    }

    /// Reads the report and adds it where it is new.
    ///
    /// @throws IOException when it can't be read to its end; then nothing of it is in the store
    InputReport run(OpenReport report) throws IOException {
        byte[] bytes = ReportPass.bytes(report.source());
        Optional<StoredInput> known = store.inputWithContent(ReportPass.hash(bytes));
        if (known.isPresent()) {
            ReadReport read = ReportPass.read(
                    bytes, report.format(), redactor, null, known.get().number());
            return told(
                    report,
                    read,
                    InputReport.KNOWN,
                    known.get().number(),
                    known.get().name());
        }
        try (InputWriter writer = store.write()) {
            ReadReport read;
            try (JournalWriter journal = JournalWriter.create(journals.reading())) {
                read = ReportPass.read(bytes, report.format(), redactor, journal, writer.input());
            }
            String journal = journals.settle(read.summary().contentHash());
            writer.report(read.source(), read.claims());
            writer.finish(InputIngest.entry(
                    report.source().name(),
                    report.format().id(),
                    read.summary().contentHash(),
                    readNanos,
                    journal,
                    read.summary()));
            return told(report, read, InputReport.ADDED, writer.input(), null);
        }
    }

    /// Reads a report again from its journal.
    ///
    /// @return how many bytes it has
    static long again(StoredInput input, ReportFormat format, Journal journal, Redactor redactor, InputWriter writer)
            throws IOException {
        ReadReport read = ReportPass.read(ReportPass.bytes(journal), format, redactor, null, writer.input());
        writer.report(read.source(), read.claims());
        writer.finish(InputIngest.entry(
                input.name(), input.format(), input.contentHash(), input.readNanos(), input.journal(), read.summary()));
        return read.summary().bytes();
    }

    private static InputReport told(
            OpenReport report, ReadReport read, String status, int number, @Nullable String knownAs) {
        InputSummary summary = read.summary();
        return new InputReport(
                report.source().name(),
                report.format().id(),
                status,
                number,
                knownAs,
                null,
                summary.bytes(),
                summary.lines(),
                InputReport.lines(summary, LineClass.EVENT),
                InputReport.lines(summary, LineClass.SILENT),
                InputReport.lines(summary, LineClass.UNKNOWN),
                InputReport.lines(summary, LineClass.REJECTED),
                summary.secrets(),
                status.equals(InputReport.KNOWN) ? 0 : read.claims().size(),
                FactCounts.NONE);
    }
}

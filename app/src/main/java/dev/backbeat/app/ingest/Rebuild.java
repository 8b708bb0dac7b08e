package dev.backbeat.app.ingest;

import dev.backbeat.ingest.claims.ReportFormat;
import dev.backbeat.ingest.journal.Journal;
import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;

/// Reads the journals of a store into an empty one: for a new version of a format, or a damaged database.
/// Numbers, names, content hashes, times of reading and what people said of builds stay.
public final class Rebuild {

    private final Store to;
    private final JournalFolder journals;
    private final InputOpening opening;
    private final Ingest.Manner manner;
    private final Map<SessionId, Known> known = new HashMap<>();

    private record Known(int input, SessionBuild build) {}

    private Rebuild(Store from, Store to, InputOpening opening, Ingest.Manner manner) {
        this.to = to;
        this.manner = manner;
        this.journals = new JournalFolder(from.folder());
        this.opening = opening;
        from.rows(
                "SELECT s.session_id, s.input, s.build, s.commit, s.build_source FROM sessions s",
                row -> known.put(
                        new SessionId(row.longAt("session_id")),
                        new Known(
                                row.intAt("input"),
                                new SessionBuild(
                                        row.textAt("build").orElse(null),
                                        row.textAt("commit").orElse(null),
                                        row.textAt("build_source").orElse("none")))));
    }

    /// Reads all journals of `from` into `to`.
    ///
    /// @return what was written
    public static FactCounts run(Store from, Store to, Ingest.Manner manner, Progress progress) {
        ExecutorService pool = Ingest.pool();
        try {
            InputOpening opening = new InputOpening(manner.formats(), manner.redactor(), manner.gapNanos(), pool, null);
            Rebuild rebuild = new Rebuild(from, to, opening, manner);
            progress.begin(from.inputs().stream().mapToLong(StoredInput::bytes).sum());
            FactCounts counts = FactCounts.NONE;
            long done = 0;
            for (StoredInput input : from.inputs()) {
                progress.input(input.name());
                counts = counts.plus(rebuild.read(input));
                done += input.bytes();
                progress.done(done);
            }
            return counts;
        } finally {
            pool.shutdownNow();
            progress.end();
        }
    }

    private FactCounts read(StoredInput input) {
        Journal journal = journals.of(input);
        Optional<ReportFormat> report = manner.formats().reportNamed(input.format());
        return report.isPresent() ? readReport(input, report.get(), journal) : readLog(input, journal);
    }

    private FactCounts readReport(StoredInput input, ReportFormat format, Journal journal) {
        try (InputWriter writer = writer(input.number())) {
            requireWhole(input, ReportIngest.again(input, format, journal, manner.redactor(), writer));
            return FactCounts.NONE;
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    private FactCounts readLog(StoredInput input, Journal journal) {
        try (OpenInput open = opening.journal(journal, input.format());
                InputReading reading =
                        new InputReading(session -> held(input, session), () -> writer(input.number()), this::build)) {
            InputSummary summary = reading.first(open.pass(), bytes -> {});
            requireWhole(input, summary.bytes());
            if (reading.needsSecond()) {
                try (var again = opening.again(journal, open)) {
                    reading.second(again);
                }
            }
            reading.writer()
                    .finish(InputIngest.entry(
                            input.name(),
                            input.format(),
                            input.contentHash(),
                            input.readNanos(),
                            input.journal(),
                            summary));
            return reading.counts();
        } catch (IOException e) {
            throw unreadable(input, e);
        }
    }

    private static void requireWhole(StoredInput input, long bytes) {
        if (bytes != input.bytes()) {
            throw BackbeatException.withHint(
                    ErrorCode.STORE,
                    "the journal of `%s` ends early: %,d of %,d bytes".formatted(input.name(), bytes, input.bytes()),
                    "forget the input with `backbeat forget %d` and read the log again".formatted(input.number()));
        }
    }

    private static BackbeatException unreadable(StoredInput input, IOException cause) {
        return BackbeatException.withHint(
                        ErrorCode.STORE,
                        "the journal of `%s` can't be read: %s".formatted(input.name(), cause.getMessage()),
                        "forget the input with `backbeat forget %d` and read the log again".formatted(input.number()))
                .causedBy(cause);
    }

    /// A session belongs to the input that it belonged to before.
    private OptionalLong held(StoredInput input, SessionId session) {
        Known before = known.get(session);
        if (before != null && before.input() != input.number()) {
            return OptionalLong.of(InputReading.HELD_FOR_GOOD);
        }
        return before == null ? Extent.held(to, session) : OptionalLong.empty();
    }

    private SessionBuild build(Session session) {
        Known before = known.get(session.id());
        return before != null
                        && !before.build().source().equals("log")
                        && !before.build().source().equals("none")
                ? before.build()
                : BuildRules.ofLog(session);
    }

    /// A writer with the same number where numbers are still to come: those in between are of forgotten
    /// inputs.
    private InputWriter writer(int number) {
        InputWriter writer = to.write();
        while (writer.input() < number) {
            writer.close();
            writer = to.write();
        }
        return writer;
    }
}

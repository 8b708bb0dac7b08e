package dev.backbeat.app.ingest;

import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.ingest.source.Source;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Reads inputs into a store, one after the other; the next one is parsed while the current one is assembled.
public final class Ingest {

    private static final int FEWEST_THREADS = 2;
    /// Of fewer lines nobody can say that they are of another kind.
    private static final int FEWEST_LINES = 10;

    private static final int FOUND_NAMES_SHOWN = 3;

    /// How inputs are read.
    ///
    /// @param format the format's name, absent where it is to be found out
    /// @param gapNanos the shortest silence that is told
    public record Manner(
            Formats formats, @Nullable String format, BuildRules builds, Redactor redactor, long gapNanos) {}

    /// What became of them.
    ///
    /// @param inputs in the order in which they were read
    /// @param problems what could not be read, and what is worth knowing
    public record Result(List<InputReport> inputs, List<Problem> problems) {}

    private final Store store;
    private final Manner manner;
    private final JournalFolder journals;
    private final Progress progress;
    private final List<InputReport> reports = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private final Deque<InputSearch.FoundFile> files = new ArrayDeque<>();
    private long doneBytes;

    private Ingest(Store store, Manner manner, Progress progress) {
        this.store = store;
        this.manner = manner;
        this.journals = new JournalFolder(store.folder());
        this.progress = progress;
    }

    /// Reads what was found. Trouble with one input leaves the others untouched; trouble with the store
    /// does not.
    ///
    /// @param standardInput read where `found` says so
    public static Result run(
            Store store, Manner manner, InputSearch.Found found, InputStream standardInput, Progress progress) {
        Ingest ingest = new Ingest(store, manner, progress);
        ingest.problems.addAll(found.problems());
        ingest.files.addAll(found.files());
        ingest.journals.sweep(store);
        ExecutorService pool = pool();
        try {
            progress.begin(
                    found.files().stream().mapToLong(file -> size(file.path())).sum());
            ingest.all(found, standardInput, pool);
        } finally {
            pool.shutdownNow();
            progress.end();
        }
        ingest.notePassedOver();
        ingest.noteUnknown();
        return new Result(List.copyOf(ingest.reports), List.copyOf(ingest.problems));
    }

    /// Reads a log that has grown. What was read of it before gives way in the same transaction, so that at every
    /// moment the store holds one state of it. Costs reading it whole.
    ///
    /// @param log named as it was before
    /// @throws BackbeatException `INPUT` when it can't be read; then the store holds what it held before
    public static InputReport grown(Store store, Manner manner, Source log) {
        JournalFolder journals = new JournalFolder(store.folder());
        journals.sweep(store);
        ExecutorService pool = pool();
        try {
            InputOpening opening =
                    new InputOpening(manner.formats(), manner.redactor(), manner.gapNanos(), pool, manner.format());
            InputIngest logs = new InputIngest(store, journals, manner.builds(), opening, now());
            try (Opened input = opening.source(log)) {
                if (input instanceof OpenInput lines) {
                    InputReport report = logs.grown(lines);
                    forgetEarlier(store, journals, report);
                    return report;
                }
            }
            throw BackbeatException.of(ErrorCode.INPUT, "`%s` is no log".formatted(log.name()));
        } catch (IOException e) {
            throw InputOpening.unreadable(log.name(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    /// Earlier states that held no session have no facts, only a ledger: what they counted is counted again.
    private static void forgetEarlier(Store store, JournalFolder journals, InputReport report) {
        for (StoredInput input : store.inputs()) {
            boolean earlier = input.number() < report.input() && input.name().equals(report.name());
            if (earlier && !report.isKnown() && input.sessions() == 0) {
                journals.delete(List.of(store.forget(input.number())));
            }
        }
    }

    static ExecutorService pool() {
        int threads = Math.max(FEWEST_THREADS, Runtime.getRuntime().availableProcessors());
        return Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("backbeat-parser-", 0).factory());
    }

    private void all(InputSearch.Found found, InputStream standardInput, ExecutorService pool) {
        InputOpening opening =
                new InputOpening(manner.formats(), manner.redactor(), manner.gapNanos(), pool, manner.format());
        long now = now();
        InputIngest logs = new InputIngest(store, journals, manner.builds(), opening, now);
        ReportIngest documents = new ReportIngest(store, journals, manner.redactor(), now);
        if (found.standardInput()) {
            try (Opened input = opening.standardInput(standardInput)) {
                read(logs, documents, input);
            } catch (BackbeatException e) {
                failed(e, true);
            }
        }
        Opened next = open(opening);
        while (next != null) {
            try (Opened current = next) {
                next = open(opening);
                read(logs, documents, current);
                doneBytes += size(Path.of(current.source().name()));
                progress.done(doneBytes);
            }
        }
    }

    /// Opens the next file that can be opened; `null` after the last.
    private @Nullable Opened open(InputOpening opening) {
        while (!files.isEmpty()) {
            InputSearch.FoundFile file = files.removeFirst();
            try {
                return opening.file(file.path());
            } catch (BackbeatException e) {
                failed(e, file.named());
                if (!file.named()) {
                    passedOver.add(file.path().toString());
                }
            }
        }
        return null;
    }

    private void read(InputIngest logs, ReportIngest documents, Opened input) {
        String name = input.source().name();
        progress.input(name);
        long size = input.source().storedBytes();
        try {
            LongConsumer done = bytes -> progress.done(doneBytes + Math.min(bytes, Math.max(0, size)));
            reports.add(
                    switch (input) {
                        case OpenInput log -> logs.run(log, done);
                        case OpenReport report -> documents.run(report);
                    });
        } catch (BackbeatException e) {
            failed(e, true);
        } catch (IOException e) {
            failed(InputOpening.unreadable(name, e), true);
        } catch (UncheckedIOException e) {
            throw BackbeatException.withHint(
                            ErrorCode.ENVIRONMENT,
                            "the journal can't be written: " + e.getMessage(),
                            "free some space, or put the store on another disk with `--store`")
                    .causedBy(e);
        }
    }

    private void failed(BackbeatException trouble, boolean named) {
        if (trouble.code() != ErrorCode.INPUT) {
            throw trouble;
        }
        if (named) {
            problems.add(Problem.of(trouble));
        }
    }

    private void notePassedOver() {
        if (!passedOver.isEmpty()) {
            List<String> first = passedOver.subList(0, Math.min(FOUND_NAMES_SHOWN, passedOver.size()));
            String more = passedOver.size() > first.size() ? ", …" : "";
            problems.add(Problem.note(
                    "%,d files in the folders are no logs of a known format: %s%s"
                            .formatted(passedOver.size(), String.join(", ", first), more),
                    "name a file itself to learn why"));
        }
    }

    /// A log most of whose lines say nothing to anybody looks healthy in every answer, for nothing is in them.
    private void noteUnknown() {
        List<InputReport> foreign = reports.stream()
                .filter(report -> report.linesRead() >= FEWEST_LINES && report.linesUnknown() * 2 > report.linesRead())
                .toList();
        for (InputReport report : foreign.subList(0, Math.min(FOUND_NAMES_SHOWN, foreign.size()))) {
            problems.add(Problem.note(
                    String.format(
                            Locale.ROOT,
                            "`%s`: %,d of its %,d lines are of no known kind, so hardly anything could be rebuilt from it",
                            report.name(),
                            report.linesUnknown(),
                            report.linesRead()),
                    "`backbeat ledger %d` shows which lines these are, `backbeat formats` what is read"
                            .formatted(report.input())));
        }
        int more = foreign.size() - FOUND_NAMES_SHOWN;
        if (more > 0) {
            problems.add(Problem.note(
                    "the same is so of %,d more".formatted(more), "`backbeat ledger` shows the lines of all inputs"));
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static long now() {
        Instant now = Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}

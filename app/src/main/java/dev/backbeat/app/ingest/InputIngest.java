package dev.backbeat.app.ingest;

import dev.backbeat.ingest.journal.JournalReader;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.stage.InputPass;
import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes one input from its bytes to the store. Its journal is durable before its facts become visible.
final class InputIngest {

    private final Store store;
    private final JournalFolder journals;
    private final BuildRules builds;
    private final InputOpening opening;
    private final long readNanos;

    /// @param readNanos when the inputs are read, for all of a run the same
    InputIngest(Store store, JournalFolder journals, BuildRules builds, InputOpening opening, long readNanos) {
        this.store = store;
        this.journals = journals;
        this.builds = builds;
        this.opening = opening;
        this.readNanos = readNanos;
    }

    /// Reads the input and adds what is new.
    ///
    /// @throws IOException when the input can't be read to its end; then nothing of it is in the store
    InputReport run(OpenInput input, LongConsumer progress) throws IOException {
        return run(input, Set.of(), progress);
    }

    /// Reads an input that has grown: what was read of it before gives way, in the same transaction, to
    /// what it holds now.
    ///
    /// @throws IOException when the input can't be read to its end; then the store holds what it held
    ///     before
    InputReport grown(OpenInput input) throws IOException {
        return run(input, sessionsOf(input.source().name()), done -> {});
    }

    private Set<SessionId> sessionsOf(String name) {
        return new HashSet<>(store.rows(
                "SELECT s.session_id FROM sessions s JOIN inputs i ON i.input = s.input WHERE i.name = ?",
                row -> new SessionId(row.longAt("session_id")),
                name));
    }

    private InputReport run(OpenInput input, Set<SessionId> earlier, LongConsumer progress) throws IOException {
        String name = input.source().name();
        // Asked once: a question for each session would cost more than reading it.
        Map<SessionId, Long> extents = Extent.allHeld(store);
        extents.keySet().removeAll(earlier);
        Supplier<InputWriter> writers = () -> {
            InputWriter writer = store.write();
            earlier.forEach(writer::replaces);
            return writer;
        };
        try (InputReading reading =
                new InputReading(session -> held(extents.get(session)), writers, session -> builds.of(name, session))) {
            InputSummary summary;
            try (JournalWriter journal = JournalWriter.create(journals.reading())) {
                summary = reading.first(input.pass(), journal, progress);
            }
            Optional<StoredInput> holder = holder(reading, summary);
            if (holder.isPresent()) {
                JournalFolder.delete(journals.reading());
                return report(input, summary, InputReport.KNOWN, holder.get(), FactCounts.NONE);
            }
            if (reading.needsSecond()) {
                try (InputPass again = opening.again(new JournalReader(journals.reading(), name), input)) {
                    reading.second(again);
                }
            }
            return finish(input, reading, summary);
        }
    }

    private InputReport finish(OpenInput input, InputReading reading, InputSummary summary) {
        FactCounts before = FactCounts.NONE;
        for (SessionId session : reading.replaced()) {
            before = before.plus(FactCounts.of(store, session));
        }
        String journal = journals.settle(summary.contentHash());
        InputRecord entry =
                entry(input.source().name(), input.format().id(), summary.contentHash(), readNanos, journal, summary);
        int number = reading.writer().input();
        journals.delete(reading.writer().finish(entry));
        String status = reading.replaced().isEmpty() ? InputReport.ADDED : InputReport.GROWN;
        FactCounts added = reading.counts().beyond(before);
        return report(input, summary, status, null, added, number);
    }

    /// The input that holds all that this one holds.
    private Optional<StoredInput> holder(InputReading reading, InputSummary summary) {
        if (!reading.hasSessions()) {
            return store.inputWithContent(summary.contentHash());
        }
        if (!reading.isKnown()) {
            return Optional.empty();
        }
        List<Integer> holders = reading.sessions().stream()
                .flatMap(session -> store
                        .rows(
                                "SELECT input FROM sessions WHERE session_id = ?",
                                row -> row.intAt("input"),
                                session.value())
                        .stream())
                .sorted()
                .toList();
        return store.inputs().stream()
                .filter(input -> holders.contains(input.number()))
                .findFirst();
    }

    static InputRecord entry(
            String name, String format, long contentHash, long readNanos, String journal, InputSummary summary) {
        return new InputRecord(
                name,
                format,
                contentHash,
                summary.bytes(),
                summary.lines(),
                readNanos,
                journal,
                summary.counts().stream()
                        .map(count -> new InputRecord.LedgerEntry(count.lineClass(), count.rule(), count.lines()))
                        .toList(),
                summary.rejects(),
                summary.templates().stream()
                        .map(kind -> new InputRecord.UnknownTemplate(
                                kind.text(), kind.firstOffset(), kind.records(), kind.lines()))
                        .toList());
    }

    private static OptionalLong held(@Nullable Long extent) {
        return extent == null ? OptionalLong.empty() : OptionalLong.of(extent);
    }

    private InputReport report(
            OpenInput input, InputSummary summary, String status, StoredInput holder, FactCounts added) {
        return report(input, summary, status, holder.name(), added, holder.number());
    }

    private InputReport report(
            OpenInput input,
            InputSummary summary,
            String status,
            @Nullable String knownAs,
            FactCounts added,
            int number) {
        String name = input.source().name();
        String build = builds.said(name).map(BuildName::label).orElse(null);
        return InputReport.ofLog(name, input.format().id(), status, number, summary, added)
                .known(knownAs, build);
    }
}

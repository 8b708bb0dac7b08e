package dev.backbeat.app.ingest;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.journal.PlainJournal;
import dev.backbeat.ingest.stage.GrowingPass;
import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.ingest.stage.Parsing;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.Store;
import dev.backbeat.store.StoredInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// A log that grows, and what was read of it: each time it is read on from where its facts are settled. A
/// round that fails leaves the store as it was; whoever holds this then begins anew with another one.
final class GrowingInput implements AutoCloseable {

    private final KeptLog log;
    private final Set<Integer> earlier;
    private final Set<SessionId> replaced;
    private final Set<SessionId> sessions = new HashSet<>();
    private @Nullable GrowingPass pass;
    private int number;
    private boolean stored;
    private @Nullable Round round;
    private FactCounts passed = FactCounts.NONE;

    /// A session stands in the log twice, or in another input too: which of both counts can't be said
    /// before the whole log was read.
    static final class TwoSaves extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private TwoSaves(SessionId session) {
            super("the session `" + session + "` is there twice", null, false, false);
        }
    }

    /// One time of reading on.
    ///
    /// @param sessions those that begin in it and hold for it only
    private record Round(
            InputWriter writer,
            CountedFacts settled,
            CountedFacts passing,
            Set<SessionId> sessions,
            Ingest.Manner manner) {}

    private GrowingInput(KeptLog log, Set<Integer> earlier, Set<SessionId> replaced) {
        this.log = log;
        this.earlier = earlier;
        this.replaced = replaced;
    }

    /// Begins with nothing read. What the store holds of the log gives way in the first round.
    static GrowingInput begin(KeptLog log, Store store) {
        Set<Integer> earlier = new HashSet<>();
        Set<SessionId> replaced = new HashSet<>();
        store.inputs().stream()
                .filter(input -> input.name().equals(log.name()))
                .forEach(input -> earlier.add(input.number()));
        for (int input : earlier) {
            replaced.addAll(store.rows(
                    "SELECT session_id FROM sessions WHERE input = ?",
                    row -> new SessionId(row.longAt("session_id")),
                    input));
        }
        return new GrowingInput(log, earlier, replaced);
    }

    /// Reads on.
    ///
    /// @throws TwoSaves when it has to be read whole
    /// @throws IOException when it can't be read
    InputReport advance(Store store, Ingest.Manner manner, ExecutorService pool, long readNanos) throws IOException {
        try (InputWriter writer = pass == null ? store.write() : store.resume(number)) {
            CountedFacts settled = new CountedFacts(writer);
            CountedFacts passing = new CountedFacts(writer);
            round = new Round(writer, settled, passing, new HashSet<>(), manner);
            GrowingPass reading = pass;
            if (reading == null) {
                number = writer.input();
                replaced.forEach(writer::replaces);
                reading = new GrowingPass(parsing(manner), number, takers());
                pass = reading;
                PlainJournal.note(log.file(), 0, 0);
            }
            long before = reading.settledBytes();
            reading.settle(log, pool);
            if (reading.settledBytes() > before) {
                PlainJournal.note(log.file(), reading.settledBytes(), reading.settledLines());
            }
            writer.passing();
            InputSummary summary = reading.rest();
            return finish(store, writer, summary, readNanos);
        } finally {
            round = null;
        }
    }

    private InputReport finish(Store store, InputWriter writer, InputSummary summary, long readNanos) {
        Round now = now();
        JournalFolder journals = new JournalFolder(store.folder());
        boolean grown = stored || !earlier.isEmpty();
        journals.delete(writer.finish(InputIngest.entry(
                log.name(),
                log.format(),
                summary.contentHash(),
                readNanos,
                JournalFolder.nameOf(log.file()),
                summary)));
        stored = true;
        forgetEarlier(store, journals);
        FactCounts passing = now.passing().counts();
        FactCounts added = now.settled().counts().plus(passing).beyond(passed);
        passed = passing;
        String status = grown ? InputReport.GROWN : InputReport.ADDED;
        String build =
                now.manner().builds().said(log.name()).map(BuildName::label).orElse(null);
        return InputReport.ofLog(log.name(), log.format(), status, number, summary, added)
                .known(null, build);
    }

    /// Earlier inputs that held no session have no facts, only a ledger: what they counted is counted
    /// again.
    private void forgetEarlier(Store store, JournalFolder journals) {
        for (StoredInput input : earlier.isEmpty() ? List.<StoredInput>of() : store.inputs()) {
            if (earlier.contains(input.number()) && input.sessions() == 0) {
                journals.delete(List.of(store.forget(input.number())));
            }
        }
        earlier.clear();
    }

    private Parsing parsing(Ingest.Manner manner) {
        Format format = manner.formats().named(log.format());
        return new Parsing(format.layout(), format.vocabulary(), manner.redactor(), false, manner.gapNanos());
    }

    private GrowingPass.Takers takers() {
        return new GrowingPass.Takers(new Sessions(true), new Sessions(false), new RelayedFacts(() -> now().passing()));
    }

    private Round now() {
        Round now = round;
        if (now == null) {
            throw new IllegalStateException("nothing is being read");
        }
        return now;
    }

    private void requireNew(SessionId session) {
        boolean elsewhere = now().writer().holds(session);
        if (elsewhere || sessions.contains(session) || !now().sessions().add(session)) {
            throw new TwoSaves(session);
        }
    }

    @Override
    public void close() {
        GrowingPass reading = pass;
        if (reading != null) {
            reading.close();
        }
    }

    /// Takes sessions for good, or for a round.
    private final class Sessions implements SessionHandler {
        private final boolean settled;

        Sessions(boolean settled) {
            this.settled = settled;
        }

        @Override
        public FactSink begin(SessionId session) {
            requireNew(session);
            if (settled) {
                sessions.add(session);
                return new RelayedFacts(() -> now().settled());
            }
            return now().passing();
        }

        @Override
        public void end(Session session) {
            Round now = now();
            if (now.writer().holds(session.id())) {
                // Another input has taken it over meanwhile.
                throw new TwoSaves(session.id());
            }
            (settled ? now.settled() : now.passing()).session();
            now.writer().session(session, now.manner().builds().of(log.name(), session));
        }
    }
}

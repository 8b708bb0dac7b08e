package dev.backbeat.app.ingest;

import dev.backbeat.ingest.SessionHandler;
import dev.backbeat.ingest.journal.JournalWriter;
import dev.backbeat.ingest.stage.InputPass;
import dev.backbeat.ingest.stage.InputSummary;
import dev.backbeat.model.FactSink;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/// Reads an input and hands the sessions that are new to a writer, which it leaves to be finished.
///
/// The first pass writes as it reads. When it meets a session that is held already, or one for the second
/// time, it becomes a survey that only notes how long each session is. A second pass then writes the
/// chosen ones: of each session the longest occurrence, where it is longer than what is held.
final class InputReading implements AutoCloseable {

    /// Of a session that is held for good, however long it is here.
    static final long HELD_FOR_GOOD = Long.MAX_VALUE;

    private final Function<SessionId, OptionalLong> holdings;
    private final Supplier<InputWriter> writers;
    private final Function<Session, SessionBuild> builds;
    private final List<Occurrence> occurrences = new ArrayList<>();
    private final Set<SessionId> met = new HashSet<>();
    private final Set<SessionId> replaced = new HashSet<>();
    private InputWriter writer;
    private CountedFacts facts;
    private boolean written;
    private boolean survey;

    private record Occurrence(SessionId session, long extent) {}

    /// @param holdings the extent that is held of a session, empty where it is not known
    /// @param writers begins to write
    /// @param builds the build of a session
    InputReading(
            Function<SessionId, OptionalLong> holdings,
            Supplier<InputWriter> writers,
            Function<Session, SessionBuild> builds) {
        this.holdings = holdings;
        this.writers = writers;
        this.builds = builds;
        this.writer = writers.get();
        this.facts = new CountedFacts(writer);
    }

    /// The first pass, through `journal` where there is one.
    InputSummary first(InputPass pass, JournalWriter journal, LongConsumer progress) throws IOException {
        return pass.run(writer.input(), journal, new First(), progress);
    }

    /// The first pass over what is journalled already.
    InputSummary first(InputPass pass, LongConsumer progress) throws IOException {
        return pass.run(writer.input(), null, new First(), progress);
    }

    /// Whether the input holds sessions at all.
    boolean hasSessions() {
        return !occurrences.isEmpty();
    }

    /// Whether all that it holds is held already.
    boolean isKnown() {
        return survey && chosen().isEmpty();
    }

    /// Whether a second pass has to write what the survey chose.
    boolean needsSecond() {
        return survey && !chosen().isEmpty();
    }

    /// The second pass.
    void second(InputPass pass) throws IOException {
        if (written) {
            writer.close();
            writer = writers.get();
            facts = new CountedFacts(writer);
        }
        pass.run(writer.input(), null, new Second(chosen()), done -> {});
    }

    /// The sessions that the input holds.
    Set<SessionId> sessions() {
        return Set.copyOf(met);
    }

    /// The sessions that were held and are replaced by longer ones.
    Set<SessionId> replaced() {
        return Set.copyOf(replaced);
    }

    /// What was handed to the writer.
    FactCounts counts() {
        return facts.counts();
    }

    /// The writer, to be finished.
    InputWriter writer() {
        return writer;
    }

    /// The positions of the sessions to write, in the order of the input.
    private Set<Integer> chosen() {
        Map<SessionId, Integer> longest = new HashMap<>();
        for (int i = 0; i < occurrences.size(); i++) {
            Occurrence here = occurrences.get(i);
            Integer other = longest.get(here.session());
            if (other == null || here.extent() > occurrences.get(other).extent()) {
                longest.put(here.session(), i);
            }
        }
        longest.entrySet().removeIf(entry -> {
            OptionalLong held = holdings.apply(entry.getKey());
            return held.isPresent()
                    && held.getAsLong() >= occurrences.get(entry.getValue()).extent();
        });
        return new HashSet<>(longest.values());
    }

    @Override
    public void close() {
        writer.close();
    }

    private final class First implements SessionHandler {
        private boolean passedOver;

        @Override
        public FactSink begin(SessionId session) {
            OptionalLong held = holdings.apply(session);
            passedOver = held.isPresent() && held.getAsLong() == HELD_FOR_GOOD;
            boolean again = !met.add(session);
            survey |= !passedOver && (held.isPresent() || again);
            if (survey || passedOver) {
                return new NoFacts();
            }
            written = true;
            return facts;
        }

        @Override
        public void end(Session session) {
            occurrences.add(new Occurrence(session.id(), Extent.of(session)));
            if (!survey && !passedOver) {
                facts.session();
                writer.session(session, builds.apply(session));
            }
        }
    }

    private final class Second implements SessionHandler {
        private final Set<Integer> chosen;
        private int position = -1;

        Second(Set<Integer> chosen) {
            this.chosen = chosen;
        }

        @Override
        public FactSink begin(SessionId session) {
            position++;
            if (!chosen.contains(position)) {
                return new NoFacts();
            }
            if (holdings.apply(session).isPresent()) {
                replaced.add(session);
                writer.replaces(session);
            }
            return facts;
        }

        @Override
        public void end(Session session) {
            if (chosen.contains(position)) {
                facts.session();
                writer.session(session, builds.apply(session));
            }
        }
    }
}

package dev.backbeat.bench;

import dev.backbeat.bench.RecordedSessions.Recorded;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import java.util.List;

/// Fills a store through its contract by repeating recorded sessions, each copy at a time and a pace of
/// its own. Every second round is of the build `B`.
final class StoreGenerator {

    private static final long BEAT_RUNS_OF_AN_INPUT = 1_000_000;
    private static final long APART_NANOS = 40 * Time.NANOS_PER_SECOND;

    private final Store store;
    private final List<Recorded> recorded;
    private long copies;

    StoreGenerator(Store store, List<Recorded> recorded) {
        this.store = store;
        this.recorded = recorded;
    }

    /// Writes at least so many beat runs.
    ///
    /// @return how many they are
    long generate(long beatRuns) {
        long written = 0;
        while (written < beatRuns) {
            written += input(Math.min(BEAT_RUNS_OF_AN_INPUT, beatRuns - written));
        }
        return written;
    }

    private long input(long beatRuns) {
        long written = 0;
        try (InputWriter writer = store.write()) {
            while (written < beatRuns) {
                written += session(writer, recorded.get((int) (copies % recorded.size())));
                copies++;
            }
            String name = "generated-" + writer.input() + ".log";
            writer.finish(new InputRecord(
                    name, "bench", writer.input(), 1, 1, 1, name + ".journal", List.of(), List.of(), List.of()));
        }
        return written;
    }

    private long session(InputWriter writer, Recorded original) {
        SessionId id = new SessionId(copies + 1);
        Session known = original.session();
        long first = recorded.getFirst().session().startNanos();
        long shift = first - known.startNanos() + copies * APART_NANOS;
        ShiftedFacts facts = new ShiftedFacts(writer, id, writer.input(), copies, shift, known.startNanos());
        original.facts().replay(facts);
        String build = copies / recorded.size() % 2 == 0 ? "A" : "B";
        writer.session(
                new Session(
                        id,
                        known.timedMessages(),
                        known.startNanos() + shift,
                        known.endNanos() + shift,
                        null,
                        null,
                        List.of(),
                        new Origin(writer.input(), known.start().offset()),
                        new Origin(writer.input(), known.end().offset())),
                new SessionBuild(build, null, "flag"));
        return facts.beatRuns();
    }
}

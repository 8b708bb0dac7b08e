package dev.backbeat.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Tie;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an execution says of its runs is what the runs say, whatever was written, replaced, undone and
/// forgotten before.
public abstract class ExecutionSumsContract {

    private static final int STEPS = 25;
    private static final int SESSIONS = 9;

    /// A folder for the tests of a subclass.
    @TempDir
    protected Path temp;

    private final Map<Integer, Set<Long>> sessionsOf = new TreeMap<>();
    private long written;

    /// Opens the store in a folder for writing; creates it where there is none.
    protected abstract Store open(Path folder);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsAreThoseOfTheRuns(long seed) {
        Random random = new Random(seed);
        Store store = open(temp.resolve("store"));
        try {
            for (int step = 0; step < STEPS; step++) {
                String did = step(store, random);
                if (random.nextInt(10) == 0) {
                    store.close();
                    store = open(temp.resolve("store"));
                }
                compare(store, "step " + step + ": " + did);
            }
        } finally {
            store.close();
        }
        assertThat(written).as("executions that were written").isGreaterThan(STEPS);
    }

    /// Where the second of two beats stands has the same sum and the same sum of squares in both: 0 + 4
    /// + 5 = 1 + 2 + 6 and 16 + 25 = 1 + 4 + 36. Numbers that are as small add up alike, so what is
    /// summed up may not be them.
    @Test
    void theSameBeatsInAnotherOrderHaveOtherSums() {
        SessionId session = new SessionId(1);
        try (Store store = open(temp.resolve("store"))) {
            try (InputWriter writer = store.write()) {
                Origin origin = new Origin(writer.input(), 9);
                ordered(writer, new Place(new ExecutionId(1), session, origin), 0, Set.of(0, 4, 5));
                ordered(writer, new Place(new ExecutionId(2), session, origin), 1, Set.of(1, 2, 6));
                ordered(writer, new Place(new ExecutionId(3), session, origin), 2, Set.of(0, 4, 5));
                writer.session(
                        new Session(session, 1, 1, 2, null, null, List.of(), origin, origin),
                        new SessionBuild("build", null, "log"));
                writer.finish(FactSamples.record("a.log", 1));
            }
            List<List<Long>> sums = store.rows(
                    "SELECT beat_runs, beat_sums, beat_squares, beat_cubes FROM execution_times ORDER BY execution_id",
                    row -> List.of(
                            row.longAt("beat_runs"),
                            row.longAt("beat_sums"),
                            row.longAt("beat_squares"),
                            row.longAt("beat_cubes")));
            assertThat(sums.get(0)).isEqualTo(sums.get(2)).isNotEqualTo(sums.get(1));
        }
    }

    private static void ordered(InputWriter writer, Place place, int ordinal, Set<Integer> second) {
        for (int beat = 0; beat < 7; beat++) {
            writer.beatRun(beatRun(place, beat, second.contains(beat) ? "b" : "a", Outcome.COMPLETED));
        }
        writer.execution(execution(place, ordinal));
    }

    private String step(Store store, Random random) {
        List<Integer> inputs = new ArrayList<>(sessionsOf.keySet());
        int what = inputs.isEmpty() ? 9 : random.nextInt(10);
        if (what == 0) {
            int input = inputs.get(random.nextInt(inputs.size()));
            store.forget(input);
            sessionsOf.remove(input);
            return "forgot " + input;
        }
        if (what == 1) {
            int input = inputs.get(random.nextInt(inputs.size()));
            store.relabel(input, "build " + random.nextInt(3), null);
            return "relabelled " + input;
        }
        if (what == 2) {
            try (InputWriter writer = store.write()) {
                sessions(writer, random);
            }
            return "undid an input";
        }
        try (InputWriter writer = store.write()) {
            Set<Long> sessions = sessions(writer, random);
            writer.finish(FactSamples.record("a.log", random.nextLong()));
            sessionsOf.values().forEach(known -> known.removeAll(sessions));
            sessionsOf.values().removeIf(Set::isEmpty);
            sessionsOf.put(writer.input(), sessions);
            return "wrote " + writer.input() + " with the sessions " + sessions;
        }
    }

    /// Writes one to three sessions, some of them twice; what another input says of them goes.
    private Set<Long> sessions(InputWriter writer, Random random) {
        Set<Long> known = new HashSet<>();
        sessionsOf.values().forEach(known::addAll);
        Set<Long> sessions = new HashSet<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            long session = 1 + random.nextInt(SESSIONS);
            if (known.contains(session) || sessions.contains(session)) {
                writer.replaces(new SessionId(session));
            }
            sessions.add(session);
            session(writer, new SessionId(session), random);
        }
        return sessions;
    }

    private void session(InputWriter writer, SessionId session, Random random) {
        Origin origin = new Origin(writer.input(), 9);
        int executions = random.nextInt(6);
        for (int ordinal = 0; ordinal < executions; ordinal++) {
            ExecutionId id = new ExecutionId(session.value() * 1_000 + ordinal);
            execution(writer, new Place(id, session, origin), ordinal, random);
        }
        written += executions;
        writer.session(
                new Session(session, 1, 1, 2, null, null, List.of(), origin, origin),
                new SessionBuild("build " + random.nextInt(3), null, "log"));
    }

    private static void execution(InputWriter writer, Place place, int ordinal, Random random) {
        List<Runnable> facts = new ArrayList<>();
        int beats = random.nextInt(4);
        for (int beat = 0; beat < beats; beat++) {
            BeatRun run = beatRun(place, beat, random);
            facts.add(() -> writer.beatRun(run));
        }
        int handlers = beats == 0 ? random.nextInt(2) : random.nextInt(5);
        for (int handler = 0; handler < handlers; handler++) {
            HandlerRun run = handlerRun(place, handler, random.nextInt(Math.max(1, beats)), random);
            facts.add(() -> writer.handlerRun(run));
        }
        Execution execution = execution(place, ordinal);
        facts.add(() -> writer.execution(execution));
        Collections.shuffle(facts, random);
        facts.forEach(Runnable::run);
    }

    private static Execution execution(Place place, int ordinal) {
        return new Execution(
                place.execution,
                place.session,
                ordinal,
                null,
                "s",
                null,
                null,
                1,
                1,
                1,
                1,
                Outcome.COMPLETED,
                null,
                null,
                place.origin,
                place.origin,
                TimeDivision.UNKNOWN);
    }

    private static BeatRun beatRun(Place place, int ordinal, Random random) {
        String event = "e" + random.nextInt(2);
        return beatRun(place, ordinal, event, random.nextInt(6) == 0 ? Outcome.FAILED : Outcome.COMPLETED);
    }

    private static BeatRun beatRun(Place place, int ordinal, String event, Outcome outcome) {
        return new BeatRun(
                place.execution,
                place.session,
                "s",
                ordinal,
                -1,
                0,
                1,
                ordinal,
                1,
                "t",
                event,
                null,
                5,
                6,
                1,
                1,
                outcome,
                place.origin,
                place.origin);
    }

    private static HandlerRun handlerRun(Place place, int ordinal, int beat, Random random) {
        return new HandlerRun(
                place.execution,
                place.session,
                "s",
                ordinal,
                beat,
                0,
                "e",
                "p",
                "h" + random.nextInt(3),
                null,
                5,
                5,
                6,
                0,
                1,
                0,
                0,
                HandlerOutcome.values()[Math.max(0, random.nextInt(12) - 8)],
                Tie.NONE,
                place.origin,
                place.origin);
    }

    private void compare(Store store, String after) {
        Map<Long, Runs> runs = runs(store);
        SameSums beats = new SameSums(after);
        SameSums handlers = new SameSums(after);
        store.rows("""
                SELECT e.execution_id, e.beat_runs, e.handler_runs, e.failed_handler_runs, e.unended_handler_runs,
                    t.beat_runs AS beats, t.beat_sums, t.beat_squares, t.beat_cubes,
                    t.handler_sums, t.handler_squares
                FROM executions e
                JOIN execution_times t ON t.execution_id = e.execution_id
                """, row -> {
            Runs own = runs.getOrDefault(row.longAt("execution_id"), new Runs());
            assertThat(List.of(
                            row.longAt("beat_runs"),
                            row.longAt("beats"),
                            row.longAt("handler_runs"),
                            row.longAt("failed_handler_runs"),
                            row.longAt("unended_handler_runs")))
                    .as(after)
                    .containsExactly(own.beats(), own.beats(), own.handlers, own.failed, own.unended);
            beats.compare(
                    own.sequence.values().toString(),
                    List.of(
                            own.beats(),
                            row.longAt("beat_sums"),
                            row.longAt("beat_squares"),
                            row.longAt("beat_cubes")));
            handlers.compare(
                    own.calls.stream().sorted().toList().toString(),
                    List.of(own.handlers, row.longAt("handler_sums"), row.longAt("handler_squares")));
            return true;
        });
        int executions =
                store.rows("SELECT execution_id FROM executions", row -> true).size();
        assertThat(beats.isEmpty()).as(after).isEqualTo(executions == 0);
    }

    /// What is the same has the same sums, and what is not has others.
    private record SameSums(String after, Map<String, List<Long>> sumsOf, Map<List<Long>, String> whatHas) {

        SameSums(String after) {
            this(after, new HashMap<>(), new HashMap<>());
        }

        void compare(String what, List<Long> sums) {
            assertThat(sumsOf.getOrDefault(what, sums)).as(after + ": " + what).isEqualTo(sums);
            assertThat(whatHas.getOrDefault(sums, what)).as(after + ": " + sums).isEqualTo(what);
            sumsOf.put(what, sums);
            whatHas.put(sums, what);
        }

        boolean isEmpty() {
            return sumsOf.isEmpty();
        }
    }

    /// The runs of each execution, in plain loops over the rows.
    private static Map<Long, Runs> runs(Store store) {
        Map<Long, Runs> runs = new HashMap<>();
        store.rows("SELECT execution_id, beat, handler, outcome FROM handler_runs", row -> {
            Runs own = runs.computeIfAbsent(row.longAt("execution_id"), id -> new Runs());
            own.handlers++;
            own.calls.add(row.intAt("beat") + " " + row.textAt("handler").orElse("?"));
            String outcome = row.textAt("outcome").orElse("");
            if (outcome.equals("failed")) {
                own.failed++;
                own.failedBeats.add(row.intAt("beat"));
            }
            own.unended += outcome.equals("never_ended") ? 1 : 0;
            return true;
        });
        store.rows("SELECT execution_id, ordinal, event, outcome FROM beat_runs", row -> {
            Runs own = runs.computeIfAbsent(row.longAt("execution_id"), id -> new Runs());
            int ordinal = row.intAt("ordinal");
            boolean failed = row.textAt("outcome").orElse("").equals("failed") || own.failedBeats.contains(ordinal);
            own.sequence.put(ordinal, row.textAt("event").orElse("") + (failed ? " failed" : ""));
            return true;
        });
        return runs;
    }

    private record Place(ExecutionId execution, SessionId session, Origin origin) {}

    private static final class Runs {
        private final Map<Integer, String> sequence = new TreeMap<>();
        private final Set<Integer> failedBeats = new HashSet<>();
        private final List<String> calls = new ArrayList<>();
        private long handlers;
        private long failed;
        private long unended;

        private long beats() {
            return sequence.size();
        }
    }
}

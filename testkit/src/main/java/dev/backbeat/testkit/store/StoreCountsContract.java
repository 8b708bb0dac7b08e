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
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A second opinion on every engine: counts and sums in SQL are those of plain loops over the same facts.
public abstract class StoreCountsContract {

    private static final int EXECUTIONS = 15_000;

    /// A folder for the tests of a subclass.
    @TempDir
    protected Path temp;

    /// Opens the store in a folder for writing; creates it where there is none.
    protected abstract Store open(Path folder);

    @Test
    void sqlAgreesWithPlainLoops() {
        try (Store store = open(temp.resolve("store"))) {
            List<Facts> inputs = new ArrayList<>();
            for (int number = 0; number < 2; number++) {
                inputs.add(write(store, number));
            }
            assertThat(answers(
                            store,
                            "SELECT build, event, count(*) AS n, CAST(sum(reported_nanos) AS BIGINT) AS nanos"
                                    + " FROM beat_runs GROUP BY build, event ORDER BY build, event",
                            "event"))
                    .isEqualTo(beats(inputs));
            assertThat(answers(
                            store,
                            "SELECT build, handler, count(*) AS n, CAST(sum(own_nanos) AS BIGINT) AS nanos"
                                    + " FROM handler_runs GROUP BY build, handler ORDER BY build, handler",
                            "handler"))
                    .isEqualTo(handlers(inputs));
            assertThat(answers(
                            store,
                            "SELECT build, status, count(*) AS n, CAST(sum(handler_runs) AS BIGINT) AS nanos"
                                    + " FROM executions GROUP BY build, status ORDER BY build, status",
                            "status"))
                    .isEqualTo(statuses(inputs));
        }
    }

    private static Map<String, List<Long>> answers(Store store, String sql, String key) {
        Map<String, List<Long>> answer = new TreeMap<>();
        store.rows(
                sql,
                row -> answer.put(
                        row.textAt("build").orElse("-") + " " + row.textAt(key).orElse("-"),
                        List.of(row.longAt("n"), row.longAt("nanos"))));
        return answer;
    }

    private static Map<String, List<Long>> beats(List<Facts> inputs) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (Facts facts : inputs) {
            for (BeatRun run : facts.beats) {
                add(counts, facts.build + " " + run.event(), run.reportedNanos());
            }
        }
        return counts;
    }

    private static Map<String, List<Long>> handlers(List<Facts> inputs) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (Facts facts : inputs) {
            for (HandlerRun run : facts.handlers) {
                String handler = run.handler() == null ? "h-" + run.event() : run.handler();
                add(counts, facts.build + " " + handler, run.ownNanos());
            }
        }
        return counts;
    }

    private static Map<String, List<Long>> statuses(List<Facts> inputs) {
        Map<String, List<Long>> counts = new TreeMap<>();
        for (Facts facts : inputs) {
            Map<ExecutionId, List<HandlerRun>> runs = new HashMap<>();
            facts.handlers.forEach(run -> runs.computeIfAbsent(run.execution(), id -> new ArrayList<>())
                    .add(run));
            for (Execution execution : facts.executions) {
                List<HandlerRun> own = runs.getOrDefault(execution.id(), List.of());
                add(counts, facts.build + " " + status(execution, own), own.size());
            }
        }
        return counts;
    }

    private static String status(Execution execution, List<HandlerRun> runs) {
        if (execution.outcome() == Outcome.FAILED) {
            return "failed";
        }
        if (runs.stream().anyMatch(run -> run.outcome() == HandlerOutcome.FAILED)) {
            return "completed_with_failures";
        }
        boolean unended = runs.stream().anyMatch(run -> run.outcome() == HandlerOutcome.NEVER_ENDED);
        return unended ? "completed_with_unended_handlers" : "completed";
    }

    private static void add(Map<String, List<Long>> counts, String key, long nanos) {
        long known = Time.isKnown(nanos) ? nanos : 0;
        counts.merge(
                key,
                List.of(1L, known),
                (left, right) -> List.of(left.get(0) + right.get(0), left.get(1) + right.get(1)));
    }

    private static Facts write(Store store, int number) {
        Random random = new Random(number);
        SessionId session = new SessionId(random.nextLong());
        Facts facts = new Facts("build " + number, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (InputWriter writer = store.write()) {
            Origin origin = new Origin(writer.input(), 9);
            for (int index = 0; index < EXECUTIONS; index++) {
                execution(facts, new ExecutionId(random.nextLong()), session, index, origin, random);
            }
            facts.beats.forEach(writer::beatRun);
            facts.handlers.forEach(writer::handlerRun);
            facts.executions.forEach(writer::execution);
            writer.session(
                    new Session(session, 1, 1, 2, null, null, List.of(), origin, origin),
                    new SessionBuild(facts.build, null, "flag"));
            writer.finish(FactSamples.record("a" + number + ".log", number));
        }
        return facts;
    }

    private static void execution(
            Facts facts, ExecutionId id, SessionId session, int ordinal, Origin origin, Random random) {
        int beats = 1 + random.nextInt(4);
        for (int beat = 0; beat < beats; beat++) {
            String event = "e" + random.nextInt(40);
            long nanos = random.nextInt(1_000) * (ordinal % 3 == 0 ? 1_000_000L : 17L);
            facts.beats.add(new BeatRun(
                    id,
                    session,
                    "s",
                    beat,
                    -1,
                    0,
                    beat,
                    beat,
                    1,
                    "t",
                    event,
                    null,
                    5,
                    5 + nanos,
                    nanos,
                    nanos,
                    Outcome.COMPLETED,
                    origin,
                    origin));
            facts.handlers.add(handlerRun(id, session, beat, event, nanos, origin, random));
        }
        Outcome outcome = random.nextInt(9) == 0 ? Outcome.FAILED : Outcome.COMPLETED;
        facts.executions.add(new Execution(
                id,
                session,
                ordinal,
                null,
                "s",
                null,
                null,
                1,
                1,
                1,
                1,
                outcome,
                null,
                null,
                origin,
                origin,
                TimeDivision.UNKNOWN));
    }

    private static HandlerRun handlerRun(
            ExecutionId id, SessionId session, int beat, String event, long nanos, Origin origin, Random random) {
        HandlerOutcome outcome = HandlerOutcome.values()[Math.max(0, random.nextInt(30) - 26)];
        boolean ended = outcome != HandlerOutcome.NEVER_ENDED;
        return new HandlerRun(
                id,
                session,
                "s",
                beat,
                beat,
                0,
                event,
                ended ? "p" : null,
                ended ? "h-" + event : null,
                null,
                5,
                5,
                ended ? 5 + nanos : Time.UNKNOWN,
                0,
                ended ? nanos : Time.UNKNOWN,
                0,
                0,
                outcome,
                Tie.NONE,
                origin,
                origin);
    }

    /// What was written of one build.
    private record Facts(String build, List<Execution> executions, List<BeatRun> beats, List<HandlerRun> handlers) {}
}

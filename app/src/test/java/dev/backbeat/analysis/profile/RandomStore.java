package dev.backbeat.analysis.profile;

import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.MovementRun;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.Session;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import dev.backbeat.store.InputRecord;
import dev.backbeat.store.InputWriter;
import dev.backbeat.store.SessionBuild;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Facts at random, some of which a log could not tell, written through the contract of the store.
record RandomStore(
        Map<SessionId, String> builds,
        List<Execution> executions,
        List<BeatRun> beats,
        List<MovementRun> movements,
        List<HandlerRun> handlers) {

    private static final long START = 1_795_381_000_000_000_000L;
    private static final List<String> BUILDS = List.of("A", "B", "?");

    /// Writes them.
    static RandomStore write(Store store, long seed) {
        RandomStore facts = new RandomStore(
                new TreeMap<>((a, b) -> Long.compare(a.value(), b.value())),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        Random random = new Random(seed);
        try (InputWriter writer = store.write()) {
            for (int number = 0; number < 4; number++) {
                facts.session(writer, new SessionId(100 + number), random);
            }
            writer.finish(new InputRecord("a.log", "x", seed, 1, 1, 1, "a.journal", List.of(), List.of(), List.of()));
        }
        return facts;
    }

    private void session(InputWriter writer, SessionId id, Random random) {
        String build = BUILDS.get(random.nextInt(BUILDS.size()));
        builds.put(id, build);
        int count = 1 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            execution(writer, id, i, random);
        }
        Origin origin = new Origin(writer.input(), 0);
        String label = build.equals("?") ? null : build;
        writer.session(
                new Session(id, 1, START, START, null, null, List.of(), origin, origin),
                new SessionBuild(label, null, label == null ? "none" : "flag"));
    }

    private void execution(InputWriter writer, SessionId session, int ordinal, Random random) {
        ExecutionId id = new ExecutionId(random.nextLong());
        String sequence = "S" + random.nextInt(3);
        boolean named = !sequence.equals("S2");
        Origin origin = new Origin(writer.input(), random.nextInt(1 << 20));
        long start = START + random.nextInt(1_000_000) * Time.NANOS_PER_MILLI;
        int beatCount = random.nextInt(4);
        for (int beat = 0; beat < beatCount; beat++) {
            String event = "e" + random.nextInt(3);
            long took = random.nextInt(8) == 0 ? Time.UNKNOWN : duration(random);
            int number = random.nextInt(2);
            BeatRun run = new BeatRun(
                    id,
                    session,
                    named ? sequence + "-id" : sequence,
                    beat,
                    -1,
                    movement(event, number),
                    number,
                    beat,
                    1,
                    "t" + event,
                    event,
                    null,
                    start,
                    start,
                    took,
                    Time.UNKNOWN,
                    Outcome.COMPLETED,
                    origin,
                    origin);
            beats.add(run);
            writer.beatRun(run);
            for (int i = random.nextInt(3); i > 0; i--) {
                handler(writer, run, start, random);
            }
        }
        movements(writer, id);
        boolean began = random.nextInt(10) > 0;
        boolean ended = began && random.nextInt(10) > 0;
        Execution execution = new Execution(
                id,
                session,
                ordinal,
                null,
                sequence,
                named ? sequence + "-id" : null,
                "p0",
                start,
                began ? start : Time.UNKNOWN,
                ended ? start + 5 : Time.UNKNOWN,
                Time.UNKNOWN,
                ended ? Outcome.COMPLETED : Outcome.INCOMPLETE,
                null,
                null,
                origin,
                origin,
                began
                        ? new TimeDivision(
                                random.nextInt(5) == 0 ? Time.UNKNOWN : duration(random),
                                duration(random),
                                duration(random),
                                duration(random),
                                duration(random))
                        : TimeDivision.UNKNOWN);
        executions.add(execution);
        writer.execution(execution);
    }

    /// Beats with one event are always in the same movement, those with another in one of two, and some in
    /// none.
    private static int movement(String event, int number) {
        return switch (event) {
            case "e0" -> 0;
            case "e1" -> number;
            default -> -1;
        };
    }

    private void movements(InputWriter writer, ExecutionId id) {
        beats.stream()
                .filter(run -> run.execution().equals(id) && run.movement() >= 0)
                .collect(Collectors.toMap(BeatRun::movement, run -> run, (one, other) -> one, TreeMap::new))
                .forEach((ordinal, run) -> {
                    MovementRun movement = new MovementRun(
                            id,
                            run.session(),
                            ordinal,
                            "M" + ordinal,
                            1,
                            run.startNanos(),
                            run.endNanos(),
                            Time.UNKNOWN,
                            Outcome.COMPLETED,
                            run.start(),
                            run.end());
                    movements.add(movement);
                    writer.movementRun(movement);
                });
    }

    private void handler(InputWriter writer, BeatRun beat, long start, Random random) {
        boolean ended = random.nextInt(12) > 0;
        String event = String.valueOf(beat.event());
        int owner = random.nextInt(2);
        long own = duration(random);
        long nested = random.nextInt(6) == 0 ? own / 3 : 0;
        long offPath = random.nextInt(6) == 0 ? own / 4 : 0;
        HandlerRun run = new HandlerRun(
                beat.execution(),
                beat.session(),
                beat.sequence(),
                handlers.size(),
                beat.ordinal(),
                0,
                event,
                "p" + owner,
                ended ? "h-" + event : null,
                random.nextInt(4) == 0 ? null : "owner" + owner,
                start + random.nextInt(1_000) * Time.NANOS_PER_MILLI,
                Time.UNKNOWN,
                ended ? start + own : Time.UNKNOWN,
                ended ? duration(random) : Time.UNKNOWN,
                ended ? own : Time.UNKNOWN,
                ended ? nested : 0,
                ended ? offPath : 0,
                ended ? HandlerOutcome.CHANGED : HandlerOutcome.NEVER_ENDED,
                Tie.NONE,
                new Origin(writer.input(), random.nextInt(1 << 20)),
                new Origin(writer.input(), 1));
        handlers.add(run);
        writer.handlerRun(run);
    }

    private static long duration(Random random) {
        long nanos = (long) Math.pow(10, 3 + random.nextDouble() * 6);
        return random.nextBoolean() ? nanos / Time.NANOS_PER_MILLI * Time.NANOS_PER_MILLI : nanos;
    }
}

package dev.backbeat.testkit.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Gap;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.Session;
import dev.backbeat.model.Time;
import dev.backbeat.model.TimeDivision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// How the time of executions divides, beside a second computation that colours every millisecond of a
/// log, and beside what the log itself reports: for every execution of the storefront and of the first
/// user's real logs, where they are there.
class TimeDivisionTest {

    private static final Path SHARED =
            StorefrontSessions.root().resolve("../shared/data/renderx/logs").normalize();
    private static final Path ABSENT = Path.of("absent");
    private static final Pattern BUILT_AT = Pattern.compile("builtAt\\W+(\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z)");
    private static final long MILLI = Time.NANOS_PER_MILLI;

    static Stream<Path> logs() throws IOException {
        Stream<Path> storefront = StorefrontSessions.names().stream().map(StorefrontSessions::log);
        if (!Files.isDirectory(SHARED)) {
            System.out.println("skipped: the real logs are not in " + SHARED);
            return Stream.concat(storefront, Stream.of(ABSENT));
        }
        try (Stream<Path> files = Files.list(SHARED)) {
            return Stream.concat(
                    storefront, files.filter(file -> file.toString().endsWith(".log")).sorted().toList().stream());
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void thePartsAreThoseOfEveryMillisecond(Path log) throws IOException {
        CollectedFacts facts = read(log);
        Map<ExecutionId, List<BeatRun>> beats =
                facts.beatRuns().stream().collect(Collectors.groupingBy(BeatRun::execution));
        Map<ExecutionId, List<HandlerRun>> handlers =
                facts.handlerRuns().stream().collect(Collectors.groupingBy(HandlerRun::execution));
        assertThat(facts.executions()).isNotEmpty();
        for (Execution execution : facts.executions()) {
            List<BeatRun> ownBeats = beats.getOrDefault(execution.id(), List.of());
            List<HandlerRun> ownHandlers = handlers.getOrDefault(execution.id(), List.of());
            assertThat(execution.time())
                    .as("%s in %s", execution, log)
                    .isEqualTo(coloured(execution, ownBeats, ownHandlers));
        }
    }

    /// The sum is the sequence's time, and that is what the log says: the wait in the queue and `completed
    /// in 330ms`.
    @ParameterizedTest
    @MethodSource("logs")
    void thePartsSumToWhatTheLogReports(Path log) throws IOException {
        int reported = 0;
        for (Execution execution : read(log).executions()) {
            TimeDivision time = execution.time();
            boolean began = Time.isKnown(execution.startNanos());
            assertThat(Time.isKnown(time.totalNanos())).isEqualTo(began);
            if (began && Time.isKnown(execution.endNanos())) {
                long from = Time.isKnown(execution.queuedNanos()) ? execution.queuedNanos() : execution.startNanos();
                long late = execution.endNanos() - from - time.totalNanos();
                assertThat(late)
                        .as("how much later the record of the end was written")
                        .isBetween(-2 * MILLI, Time.isKnown(execution.reportedNanos()) ? 20 * MILLI : 0);
                assertThat(Stream.of(time.handlerNanos(), time.inBeatNanos(), time.betweenNanos()))
                        .allMatch(nanos -> nanos >= 0);
            }
            if (Time.isKnown(execution.reportedNanos())) {
                reported++;
                long said = Math.max(0, time.queueWaitNanos()) + execution.reportedNanos();
                assertThat(Math.abs(time.totalNanos() - said))
                        .as("%s in %s: %s", execution.requestId(), log, time)
                        .isLessThanOrEqualTo(Math.max(MILLI, said / 1000));
            }
        }
        assertThat(reported).as("executions with a reported duration").isPositive();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void noSilenceBeginsWhenSomethingWasBuilt(Path log) throws IOException {
        CollectedFacts facts = read(log);
        Matcher built = BUILT_AT.matcher(Files.readString(log));
        while (built.find()) {
            long nanos = Instant.parse(built.group(1)).toEpochMilli() * MILLI;
            assertThat(facts.gaps()).extracting(Gap::startNanos).doesNotContain(nanos);
        }
        for (Session session : facts.sessions()) {
            assertThat(facts.gaps())
                    .filteredOn(gap -> gap.session().equals(session.id()))
                    .allMatch(gap -> gap.startNanos() >= session.startNanos() && gap.endNanos() <= session.endNanos());
        }
    }

    private static CollectedFacts read(Path log) throws IOException {
        assumeTrue(!log.equals(ABSENT), "the real logs are not in " + SHARED);
        byte[] head;
        try (var in = Files.newInputStream(log)) {
            head = in.readNBytes(1 << 16);
        }
        Layout console = new ConductorConsoleLayout();
        Layout recorder = new ConductorRecorderLayout();
        Layout fits = console.fit(head, head.length) > recorder.fit(head, head.length) ? console : recorder;
        return CollectedFacts.read(log, fits, 2).facts();
    }

    private static TimeDivision coloured(Execution execution, List<BeatRun> beats, List<HandlerRun> handlers) {
        if (!Time.isKnown(execution.startNanos())) {
            return TimeDivision.UNKNOWN;
        }
        long start = execution.startNanos();
        long end = execution.outcome() == Outcome.INCOMPLETE
                ? lastEvidence(start, beats, handlers)
                : Time.isKnown(execution.reportedNanos()) ? start + execution.reportedNanos() : execution.endNanos();
        BitSet handled = new BitSet();
        for (HandlerRun handler : handlers) {
            if (Time.isKnown(handler.ownNanos())) {
                colour(handled, start, handler.endNanos() - handler.ownNanos(), handler.endNanos());
            }
        }
        BitSet beaten = new BitSet();
        for (int i = 0; i < beats.size(); i++) {
            BeatRun beat = beats.get(i);
            long next = i + 1 < beats.size() ? beats.get(i + 1).startNanos() : end;
            colour(beaten, start, beat.startNanos(), Time.isKnown(beat.endNanos()) ? beat.endNanos() : next);
        }
        int whole = (int) ((end - start) / MILLI);
        BitSet inside = handled.get(0, whole);
        BitSet inBeat = beaten.get(0, whole);
        inBeat.andNot(inside);
        return new TimeDivision(
                Time.between(execution.queuedNanos(), start),
                inside.cardinality() * MILLI,
                inBeat.cardinality() * MILLI,
                (whole - inside.cardinality() - inBeat.cardinality()) * MILLI,
                (handled.cardinality() - inside.cardinality()) * MILLI);
    }

    private static long lastEvidence(long start, List<BeatRun> beats, List<HandlerRun> handlers) {
        Stream<Long> times = Stream.concat(
                beats.stream().flatMap(beat -> Stream.of(beat.startNanos(), beat.endNanos())),
                handlers.stream().flatMap(run -> Stream.of(run.callNanos(), run.returnNanos(), run.endNanos())));
        return times.filter(Time::isKnown).reduce(start, Math::max);
    }

    private static void colour(BitSet times, long start, long from, long to) {
        int first = (int) Math.max(0, (from - start) / MILLI);
        times.set(first, Math.max(first, (int) ((to - start) / MILLI)));
    }
}

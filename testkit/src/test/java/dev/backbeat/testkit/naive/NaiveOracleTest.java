package dev.backbeat.testkit.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.backbeat.ingest.Layout;
import dev.backbeat.ingest.layout.conductorconsole.ConductorConsoleLayout;
import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Tie;
import dev.backbeat.model.Time;
import dev.backbeat.testkit.facts.CollectedFacts;
import dev.backbeat.testkit.facts.StorefrontSessions;
import dev.backbeat.testkit.naive.NaiveSession.Failure;
import dev.backbeat.testkit.naive.NaiveSession.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is rebuilt is what the naive second implementation rebuilds, run by run, on every shared log. (The
/// naive one reads conductor 1.5.1 only; the storefront's logs have their truth beside them instead.)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NaiveOracleTest {

    private static final String ABSENT = "absent";
    private static final Path SHARED =
            StorefrontSessions.root().resolve("../shared/data/renderx/logs").normalize();

    /// Both readings of one log, with lines instead of offsets.
    private record Both(NaiveSession naive, CollectedFacts facts, long[] lineStarts) {

        int line(long offset) {
            int low = 0;
            int high = lineStarts.length - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (lineStarts[middle] <= offset) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low + 1;
        }
    }

    private final Map<String, Both> readings = new HashMap<>();

    static List<String> logs() {
        if (!Files.isDirectory(SHARED)) {
            return List.of(ABSENT);
        }
        try (Stream<Path> files = Files.list(SHARED)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("logs")
    void bothRebuildTheSameExecutions(String log) {
        Both both = both(log);
        List<String> naive = both.naive().executions().stream()
                .map(NaiveOracleTest::rendered)
                .sorted()
                .toList();
        List<String> fast = both.facts().executions().stream()
                .filter(run -> run.outcome() != Outcome.NEVER_STARTED)
                .map(run -> rendered(run, both))
                .sorted()
                .toList();
        assertThat(fast).containsExactlyElementsOf(naive);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void bothRebuildTheSameBeatRuns(String log) {
        Both both = both(log);
        Map<ExecutionId, Integer> starts = starts(both);
        List<String> naive = both.naive().beatRuns().stream()
                .map(run -> rendered(run, both.naive()))
                .sorted()
                .toList();
        List<String> fast = both.facts().beatRuns().stream()
                .map(run -> rendered(run, both, starts))
                .sorted()
                .toList();
        assertThat(fast).containsExactlyElementsOf(naive);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void bothRebuildTheSameHandlerRunsWithTheirChanges(String log) {
        Both both = both(log);
        Map<ExecutionId, Integer> starts = starts(both);
        List<String> naive = both.naive().handlerRuns().stream()
                .map(run -> rendered(run, both.naive()))
                .sorted()
                .toList();
        List<String> fast = both.facts().handlerRuns().stream()
                .map(run -> rendered(run, both, starts))
                .sorted()
                .toList();
        assertThat(fast).containsExactlyElementsOf(naive);
    }

    @ParameterizedTest
    @MethodSource("logs")
    void bothTieEveryHandlerFailureToTheSameHandlerRun(String log) {
        Both both = both(log);
        List<String> naive = new ArrayList<>();
        for (Failure failure : both.naive().failures()) {
            if (failure.kind() == FailureKind.HANDLER) {
                int call = failure.handlerRun() < 0
                        ? 0
                        : both.naive().handlerRuns().get(failure.handlerRun()).callLine();
                naive.add(failure.line() + " " + failure.subject() + " called on " + call + ": " + failure.message());
            }
        }
        List<String> fast = both.facts().errors().stream()
                .filter(error -> error.kind().equals("handler"))
                .map(error -> both.line(error.origin().offset()) + " " + error.plugin() + "." + error.handler()
                        + " called on " + callLine(error, both) + ": " + error.message())
                .toList();
        assertThat(fast).containsExactlyElementsOf(naive);
    }

    @Test
    void twoQueuedRunsThatCompleteInReverseKeepTheirChanges() {
        Both both = both("localhost-1795381472646.log");
        assertThat(ends(both, 3509, 3512))
                .containsExactly(
                        "3509 loadComponents called on 1428 in library-load-symphony-1795381434301-ghfoito45:"
                                + " CHANGED by REQUEST_ID",
                        "3510 notifyUi called on 1457 in library-load-symphony-1795381434301-ghfoito45:"
                                + " UNCHANGED by ONLY_CANDIDATE",
                        "3511 loadComponents called on 1347 in library-load-symphony-1795381434146-emoqox1dd:"
                                + " CHANGED by REQUEST_ID",
                        "3512 notifyUi called on 1382 in library-load-symphony-1795381434146-emoqox1dd:"
                                + " UNCHANGED by ONLY_CANDIDATE");
    }

    @Test
    void aBatonUnderAWrongSequenceNameBelongsToTheExecutionThatRan() {
        Both both = both("localhost-1795381730292.log");
        String ran = "control-panel-ui-init-symphony-1795381710964-07vfpcika";
        assertThat(ends(both, 1622, 1691))
                .containsExactly(
                        "1622 initConfig called on 1611 in " + ran + ": CHANGED by REQUEST_ID",
                        "1633 initConfig called on 1614 in " + ran + ": UNCHANGED by ONLY_CANDIDATE",
                        "1660 initResolver called on 1646 in " + ran + ": CHANGED by REQUEST_ID",
                        "1691 initResolver called on 1649 in " + ran + ": CHANGED by REQUEST_ID");
        assertThat(both.facts().executions())
                .extracting(Execution::sequenceName)
                .contains("Control Panel UI Init")
                .doesNotContain("Control Panel UI Init (Batched)");
    }

    @Test
    void handlersThatNeverEndAreTold() {
        Both both = both("localhost-1795381936582.log");
        assertThat(both.facts().handlerRuns().stream()
                        .filter(run -> run.outcome() == HandlerOutcome.NEVER_ENDED)
                        .map(run -> both.line(run.start().offset()) + " " + run.event() + " of " + run.plugin()))
                .containsExactly(
                        "4419 canvas:component:copy:clipboard of CanvasComponentCopyPlugin",
                        "4447 canvas:component:copy:notify of CanvasComponentCopyPlugin");
    }

    @Test
    void aHandlerThatWaitedBehindASlowOneIsNotBlamedForIt() {
        Both both = both("localhost-1795382201514.log");
        Map<String, List<Long>> own = new HashMap<>();
        for (HandlerRun run : both.facts().handlerRuns()) {
            own.computeIfAbsent(String.valueOf(run.handler()), name -> new ArrayList<>())
                    .add(run.ownNanos() / Time.NANOS_PER_MILLI);
        }
        assertThat(own.get("copyToClipboard")).containsExactly(266L);
        assertThat(own.get("notifyCopyComplete")).containsExactly(1L);
    }

    @Test
    void theSharedLogsHoldAsManyRunsAsTheirTruthSays() {
        Map<HandlerOutcome, Integer> handlers = new EnumMap<>(HandlerOutcome.class);
        int executions = 0;
        int beats = 0;
        for (String log : logs()) {
            CollectedFacts facts = both(log).facts();
            executions += facts.executions().stream()
                    .filter(run -> run.outcome() != Outcome.NEVER_STARTED)
                    .toList()
                    .size();
            beats += facts.beatRuns().size();
            facts.handlerRuns().forEach(run -> handlers.merge(run.outcome(), 1, Integer::sum));
        }
        assertThat(executions).isEqualTo(961);
        assertThat(beats).isEqualTo(2214);
        assertThat(handlers)
                .containsOnly(
                        Map.entry(HandlerOutcome.CHANGED, 1362),
                        Map.entry(HandlerOutcome.UNCHANGED, 977),
                        Map.entry(HandlerOutcome.FAILED, 17),
                        Map.entry(HandlerOutcome.NEVER_ENDED, 2));
    }

    /// The handler runs that end on these lines.
    private static List<String> ends(Both both, int first, int last) {
        return both.facts().handlerRuns().stream()
                .filter(run -> both.line(run.end().offset()) >= first
                        && both.line(run.end().offset()) <= last)
                .map(run -> both.line(run.end().offset()) + " " + run.handler() + " called on "
                        + both.line(run.start().offset()) + " in " + request(run, both) + ": " + run.outcome() + " by "
                        + run.tie())
                .toList();
    }

    private static String request(HandlerRun run, Both both) {
        return both.facts().executions().stream()
                .filter(execution -> execution.id().equals(run.execution()))
                .map(execution -> String.valueOf(execution.requestId()))
                .findFirst()
                .orElse("?");
    }

    private static int callLine(ErrorFact error, Both both) {
        return both.facts().handlerRuns().stream()
                .filter(run -> run.execution().equals(error.execution()) && run.ordinal() == error.handlerRun())
                .map(run -> both.line(run.start().offset()))
                .findFirst()
                .orElse(0);
    }

    private Both both(String log) {
        if (!Files.isRegularFile(SHARED.resolve(log))) {
            String why = "the shared logs are not in " + SHARED + ": nothing to hold against the oracle";
            System.out.println(why);
            abort(why);
        }
        return readings.computeIfAbsent(log, NaiveOracleTest::read);
    }

    private static Both read(String log) {
        try {
            byte[] bytes = Files.readAllBytes(SHARED.resolve(log));
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).lines().toList();
            boolean recorded = lines.getFirst().startsWith("[");
            Layout layout = recorded ? new ConductorRecorderLayout() : new ConductorConsoleLayout();
            CollectedFacts facts =
                    CollectedFacts.read(SHARED.resolve(log), layout, 2).facts();
            return new Both(NaiveConductor.read(lines), facts, lineStarts(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] lineStarts(byte[] bytes) {
        List<Long> starts = new ArrayList<>(List.of(0L));
        for (int at = 0; at + 1 < bytes.length; at++) {
            if (bytes[at] == '\n') {
                starts.add(at + 1L);
            }
        }
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    private static Map<ExecutionId, Integer> starts(Both both) {
        Map<ExecutionId, Integer> starts = new HashMap<>();
        both.facts()
                .executions()
                .forEach(run -> starts.put(run.id(), both.line(run.start().offset())));
        return starts;
    }

    private static int start(NaiveSession.Execution run) {
        return run.playLine() > 0 ? run.playLine() : run.enqueuedLine() > 0 ? run.enqueuedLine() : run.executingLine();
    }

    private static String rendered(NaiveSession.Execution run) {
        return "%d-%d %s %s (%s) of %s: %s in %s ms"
                .formatted(
                        start(run),
                        run.endLine(),
                        text(run.requestId()),
                        run.sequenceName(),
                        text(run.sequenceId()),
                        text(run.plugin()),
                        run.reported(),
                        text(run.reportedMillis()));
    }

    private static String rendered(Execution run, Both both) {
        return "%d-%d %s %s (%s) of %s: %s in %s ms"
                .formatted(
                        both.line(run.start().offset()),
                        run.outcome() == Outcome.INCOMPLETE
                                ? 0
                                : both.line(run.end().offset()),
                        run.requestId(),
                        run.sequenceName(),
                        run.sequenceId(),
                        run.plugin(),
                        run.outcome(),
                        millis(run.reportedNanos()));
    }

    private static String rendered(NaiveSession.BeatRun run, NaiveSession session) {
        return "%d-%d #%d of %d: beat %s (%d) %s %s: %s in %s, %s ms"
                .formatted(
                        run.line(),
                        run.endLine(),
                        run.ordinal(),
                        start(session.executions().get(run.execution())),
                        run.number(),
                        run.position(),
                        text(run.title()),
                        text(run.event()),
                        run.reported(),
                        run.trackerMillis().isPresent()
                                ? "%.2f".formatted(run.trackerMillis().getAsDouble())
                                : "null",
                        text(run.executorMillis()));
    }

    private static String rendered(BeatRun run, Both both, Map<ExecutionId, Integer> starts) {
        boolean ended = run.outcome() != Outcome.INCOMPLETE;
        return "%d-%d #%d of %d: beat %s (%d) %s %s: %s in %s, %s ms"
                .formatted(
                        both.line(run.start().offset()),
                        ended ? both.line(run.end().offset()) : 0,
                        run.ordinal(),
                        starts.get(run.execution()),
                        run.number(),
                        run.position(),
                        run.title(),
                        run.event(),
                        run.outcome(),
                        Time.isKnown(run.reportedNanos())
                                ? "%.2f".formatted(run.reportedNanos() / (double) Time.NANOS_PER_MILLI)
                                : "null",
                        millis(run.roundedNanos()));
    }

    private static String rendered(NaiveSession.HandlerRun run, NaiveSession session) {
        boolean ended = run.endLine() > 0;
        return "%d-%d %s in beat %d of %d: %s.%s for %s by %d, %s by %s; %s-%s-%s, waited %s, own %s, +%s ~%s -%s"
                .formatted(
                        run.callLine(),
                        ended ? run.endLine() : run.callLine(),
                        run.event(),
                        session.beatRuns().get(run.beatRun()).ordinal(),
                        start(session.executions().get(run.execution())),
                        text(run.plugin()),
                        ended ? text(run.handler()) : "null",
                        text(run.subscribedFor()),
                        run.subscriber(),
                        run.outcome(),
                        tie(run.tie()),
                        run.calledAtMillis(),
                        text(run.returnedAtMillis()),
                        text(run.endedAtMillis()),
                        ended ? text(run.waitedMillis()) : "null",
                        text(run.ownMillis()),
                        run.added(),
                        run.updated(),
                        run.removed());
    }

    private static String rendered(HandlerRun run, Both both, Map<ExecutionId, Integer> starts) {
        return "%d-%d %s in beat %d of %d: %s.%s for %s by %d, %s by %s; %s-%s-%s, waited %s, own %s, +%s ~%s -%s"
                .formatted(
                        both.line(run.start().offset()),
                        both.line(run.end().offset()),
                        run.event(),
                        run.beat(),
                        starts.get(run.execution()),
                        run.plugin(),
                        run.handler(),
                        run.subscribedSequence(),
                        run.subscriber(),
                        run.outcome(),
                        run.tie(),
                        millis(run.callNanos()),
                        millis(run.returnNanos()),
                        millis(run.endNanos()),
                        millis(run.waitedNanos()),
                        millis(run.ownNanos()),
                        keys(run, both, StateChange.Kind.ADDED),
                        keys(run, both, StateChange.Kind.UPDATED),
                        keys(run, both, StateChange.Kind.REMOVED));
    }

    private static List<String> keys(HandlerRun run, Both both, StateChange.Kind kind) {
        return both.facts().stateChanges().stream()
                .filter(change -> change.origin().equals(run.end()) && change.kind() == kind)
                .filter(change -> change.execution().equals(run.execution()) && change.handlerRun() == run.ordinal())
                .map(StateChange::key)
                .toList();
    }

    private static Tie tie(NaiveSession.Tie tie) {
        return switch (tie) {
            case REQUEST_ID -> Tie.REQUEST_ID;
            case ONLY_ONE_OPEN, ONLY_ONE_RUNNING -> Tie.ONLY_CANDIDATE;
            case NEIGHBOUR -> Tie.CHAIN_NEIGHBOUR;
            case FIRST_CALLED -> Tie.FIRST_CALLED;
            case NOT_ENDED -> Tie.NONE;
        };
    }

    private static String millis(long nanos) {
        return Time.isKnown(nanos) ? String.valueOf(Math.floorDiv(nanos, Time.NANOS_PER_MILLI)) : "null";
    }

    private static String text(OptionalLong value) {
        return value.isPresent() ? String.valueOf(value.getAsLong()) : "null";
    }

    private static String text(Optional<String> value) {
        return value.orElse("null");
    }
}

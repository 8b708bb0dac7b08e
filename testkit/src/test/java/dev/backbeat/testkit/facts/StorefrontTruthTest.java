package dev.backbeat.testkit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.layout.conductorrecorder.ConductorRecorderLayout;
import dev.backbeat.ingest.redaction.Redactor;
import dev.backbeat.model.BeatRun;
import dev.backbeat.model.ErrorFact;
import dev.backbeat.model.Execution;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.HandlerOutcome;
import dev.backbeat.model.HandlerRun;
import dev.backbeat.model.Outcome;
import dev.backbeat.model.StateChange;
import dev.backbeat.model.Time;
import dev.backbeat.testkit.facts.StorefrontTruth.Beat;
import dev.backbeat.testkit.facts.StorefrontTruth.Handled;
import dev.backbeat.testkit.facts.StorefrontTruth.Played;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is rebuilt from the logs of the storefront is what really happened in it.
///
/// The conductor of the storefront is 1.4.5. It does not log the calls of handlers, so what a log can't tell
/// is settled by a rule, and the rule is asserted:
///
/// - a handler that never ended has no name, only its event, plugin and sequence;
/// - a handler that waits behind one that never ended is told like one: called, never ended.
class StorefrontTruthTest {

    /// Secrets are masked in what is read, so they are in what is expected.
    private static final Redactor REDACTOR = Redactor.standard();

    /// The truth's clock and the log's are not the same.
    private static final double CLOCKS_APART_MILLIS = 10;

    /// A handler's promise settles, the conductor computes for a while, then it prints the line.
    private static final double LATE_LINE_MILLIS = 100;

    /// From early to late: the line can come later than what it tells of, never earlier.
    private static final List<String> ENDS = List.of("in-beat", "after-beat", "after-sequence");

    static List<String> sessions() {
        return StorefrontSessions.names();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void executionsAreThoseThatRan(String session) {
        List<Execution> rebuilt = executions(read(session));

        assertThat(rebuilt)
                .extracting(StorefrontTruthTest::rendered)
                .containsExactlyElementsOf(truth(session).stream()
                        .map(StorefrontTruthTest::rendered)
                        .toList());
    }

    /// The log does not say who asked. What is told must be right; of what can be told, most must be.
    @Test
    void aCauseThatIsToldIsTheRealOne() {
        int told = 0;
        int real = 0;
        for (String session : sessions()) {
            CollectedFacts facts = read(session);
            List<Execution> rebuilt = executions(facts);
            for (int i = 0; i < rebuilt.size(); i++) {
                ExecutionId cause = rebuilt.get(i).causeExecution();
                String causedBy = truth(session).get(i).causedBy();
                real += causedBy.isEmpty() ? 0 : 1;
                if (cause != null) {
                    told++;
                    assertThat(requests(facts).get(cause))
                            .as("who asked for %s", rebuilt.get(i).requestId())
                            .isEqualTo(causedBy);
                }
            }
        }

        assertThat(told).isGreaterThan(real / 2);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void beatsAreThoseThatRanInTheirOrder(String session) {
        CollectedFacts facts = read(session);
        Map<ExecutionId, String> requests = requests(facts);
        Map<String, String> movements = new HashMap<>();
        facts.movementRuns().forEach(run -> movements.put(run.execution() + " " + run.ordinal(), run.name()));

        List<String> rebuilt = facts.beatRuns().stream()
                .map(run -> requests.get(run.execution())
                        + rendered(run, movements.get(run.execution() + " " + run.movement())))
                .toList();
        List<String> real = new ArrayList<>();
        for (Played execution : truth(session)) {
            for (Beat beat : execution.beats()) {
                real.add(execution.requestId()
                        + " #%d beat %d %s of %s: %s"
                                .formatted(
                                        beat.order(), beat.number(), beat.event(), beat.movement(), beat.reported()));
            }
        }
        assertThat(rebuilt).containsExactlyInAnyOrderElementsOf(real);
        assertThat(facts.beatRuns())
                .allSatisfy(run -> assertThat(run.endNanos()).isGreaterThanOrEqualTo(run.startNanos()));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void handlerRunsEndAsTheyDidInTheRightExecutionAndBeat(String session) {
        CollectedFacts facts = read(session);
        List<String> rebuilt = new ArrayList<>();
        List<String> real = new ArrayList<>();
        Map<ExecutionId, String> requests = requests(facts);
        for (HandlerRun run : inOrder(facts)) {
            rebuilt.add(requests.get(run.execution()) + rendered(run, facts));
        }
        for (Played execution : truth(session)) {
            execution.handlerRuns().forEach(run -> real.add(execution.requestId() + rendered(run)));
            for (Beat beat : execution.beats()) {
                beat.waiting()
                        .forEach(waiting -> real.add(execution.requestId()
                                + neverEnded(beat.order(), beat.event(), waiting.plugin(), waiting.sequenceId())));
            }
        }
        assertThat(rebuilt).containsExactlyElementsOf(inOrderOfExecutions(real, truth(session)));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void handlerRunsEndWhenTheyDid(String session) {
        CollectedFacts facts = read(session);
        Map<ExecutionId, String> requests = requests(facts);
        for (Played execution : truth(session)) {
            List<HandlerRun> rebuilt = inOrder(facts).stream()
                    .filter(run -> execution.requestId().equals(requests.get(run.execution())))
                    .toList();
            for (int i = 0; i < execution.handlerRuns().size(); i++) {
                Handled real = execution.handlerRuns().get(i);
                HandlerRun run = rebuilt.get(i);
                if (!Double.isNaN(real.endedAt())) {
                    assertThat(run.endNanos() / (double) Time.NANOS_PER_MILLI)
                            .as("%s of %s", real.handler(), execution.requestId())
                            .isBetween(real.endedAt() - CLOCKS_APART_MILLIS, real.endedAt() + LATE_LINE_MILLIS);
                    assertThat(ENDS.indexOf(ended(run, facts))).isGreaterThanOrEqualTo(ENDS.indexOf(real.ended()));
                    assertThat(run.ownNanos()).isNotNegative();
                    assertThat(run.callNanos()).isLessThanOrEqualTo(run.endNanos());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyFailureIsAnErrorOfItsHandlerRun(String session) {
        CollectedFacts facts = read(session);
        Map<ExecutionId, String> requests = requests(facts);
        List<String> rebuilt = facts.errors().stream()
                .map(error -> requests.get(error.execution()) + " " + error.kind() + " " + error.plugin() + "."
                        + error.handler() + " in beat " + (error.beat() + 1) + ": " + error.message())
                .toList();
        List<String> real = truth(session).stream()
                .flatMap(execution -> execution.handlerRuns().stream()
                        .filter(run -> run.outcome().equals("failed"))
                        .map(run -> execution.requestId() + " handler " + run.plugin() + "." + run.handler()
                                + " in beat " + run.beatOrder() + ": " + REDACTOR.redact(run.error())))
                .toList();
        assertThat(rebuilt).containsExactlyInAnyOrderElementsOf(real);
        assertThat(facts.errors()).extracting(ErrorFact::stack).allMatch(Objects::nonNull);
    }

    private static CollectedFacts read(String session) {
        return CollectedFacts.read(StorefrontSessions.log(session), new ConductorRecorderLayout(), 2)
                .facts();
    }

    private static List<Played> truth(String session) {
        return StorefrontTruth.of(session).executions();
    }

    private static List<Execution> executions(CollectedFacts facts) {
        return facts.executions().stream()
                .sorted(Comparator.comparingInt(Execution::ordinal))
                .toList();
    }

    private static Map<ExecutionId, String> requests(CollectedFacts facts) {
        Map<ExecutionId, String> requests = new HashMap<>();
        facts.executions().forEach(run -> requests.put(run.id(), String.valueOf(run.requestId())));
        return requests;
    }

    /// By execution, then in the order of their calls.
    private static List<HandlerRun> inOrder(CollectedFacts facts) {
        Map<ExecutionId, Integer> ordinals = new HashMap<>();
        facts.executions().forEach(run -> ordinals.put(run.id(), run.ordinal()));
        return facts.handlerRuns().stream()
                .sorted(Comparator.<HandlerRun>comparingInt(run -> ordinals.get(run.execution()))
                        .thenComparingInt(HandlerRun::ordinal))
                .toList();
    }

    private static List<String> inOrderOfExecutions(List<String> runs, List<Played> executions) {
        List<String> ordered = new ArrayList<>();
        for (Played execution : executions) {
            runs.stream()
                    .filter(run -> run.startsWith(execution.requestId() + " "))
                    .forEach(ordered::add);
        }
        return ordered;
    }

    private static String rendered(Execution run) {
        return "%s %s (%s) of %s: %s"
                .formatted(run.requestId(), run.sequenceName(), run.sequenceId(), run.plugin(), lower(run.outcome()));
    }

    private static String rendered(Played run) {
        return "%s %s (%s) of %s: %s"
                .formatted(run.requestId(), run.sequence(), run.sequenceId(), run.plugin(), run.reported());
    }

    private static String rendered(BeatRun run, String movement) {
        return " #%d beat %d %s of %s: %s"
                .formatted(run.ordinal() + 1, run.number(), run.event(), movement, lower(run.outcome()));
    }

    private static String rendered(HandlerRun run, CollectedFacts facts) {
        if (run.outcome() == HandlerOutcome.NEVER_ENDED) {
            return neverEnded(
                    run.beat() + 1,
                    String.valueOf(run.event()),
                    String.valueOf(run.plugin()),
                    String.valueOf(run.subscribedSequence()));
        }
        String error = facts.errors().stream()
                .filter(each -> run.execution().equals(each.execution()) && each.handlerRun() == run.ordinal())
                .map(ErrorFact::message)
                .findFirst()
                .orElse("");
        return " #%d %s %s.%s for %s: %s +%s ~%s -%s %s"
                .formatted(
                        run.beat() + 1,
                        run.event(),
                        run.plugin(),
                        run.handler(),
                        run.subscribedSequence(),
                        run.outcome().name().toLowerCase(Locale.ROOT),
                        keys(run, facts, StateChange.Kind.ADDED),
                        keys(run, facts, StateChange.Kind.UPDATED),
                        keys(run, facts, StateChange.Kind.REMOVED),
                        error);
    }

    private static String rendered(Handled run) {
        if (run.outcome().equals("never-ended")) {
            return neverEnded(run.beatOrder(), run.event(), run.plugin(), run.sequenceId());
        }
        return " #%d %s %s.%s for %s: %s +%s ~%s -%s %s"
                .formatted(
                        run.beatOrder(),
                        run.event(),
                        run.plugin(),
                        run.handler(),
                        run.sequenceId(),
                        run.outcome(),
                        run.added(),
                        run.updated(),
                        run.removed(),
                        REDACTOR.redact(run.error()));
    }

    private static String neverEnded(int beat, String event, String plugin, String sequenceId) {
        return " #%d %s %s for %s: never ended".formatted(beat, event, plugin, sequenceId);
    }

    private static List<String> keys(HandlerRun run, CollectedFacts facts, StateChange.Kind kind) {
        return facts.stateChanges().stream()
                .filter(change -> change.execution().equals(run.execution()))
                .filter(change -> change.handlerRun() == run.ordinal() && change.kind() == kind)
                .map(StateChange::key)
                .sorted()
                .toList();
    }

    private static String ended(HandlerRun run, CollectedFacts facts) {
        long end = run.end().offset();
        boolean afterSequence = facts.executions().stream()
                .anyMatch(execution -> execution.id().equals(run.execution())
                        && execution.end().offset() < end);
        boolean afterBeat = facts.beatRuns().stream()
                .anyMatch(beat -> beat.execution().equals(run.execution())
                        && beat.ordinal() == run.beat()
                        && beat.end().offset() < end);
        return afterSequence ? "after-sequence" : afterBeat ? "after-beat" : "in-beat";
    }

    private static String lower(Outcome outcome) {
        return outcome == Outcome.INCOMPLETE ? "nothing" : outcome.name().toLowerCase(Locale.ROOT);
    }
}

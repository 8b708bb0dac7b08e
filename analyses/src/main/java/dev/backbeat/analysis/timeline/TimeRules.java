package dev.backbeat.analysis.timeline;

import dev.backbeat.analysis.Evidence;
import dev.backbeat.analysis.Queries;
import dev.backbeat.analysis.Words;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What is worth a look. Each rule has a page in `docs/rules`.
final class TimeRules {

    static final String LATE = "TIME001";
    static final String QUEUED = "TIME002";

    /// Less than this after the end is how the log is written, not how the system works.
    private static final long LATE_NANOS = 50 * Time.NANOS_PER_MILLI;

    /// Less than this in the queue nobody notices.
    private static final long QUEUED_NANOS = 100 * Time.NANOS_PER_MILLI;

    private final List<Finding> findings = new ArrayList<>();
    private long sequences;

    private record Sequence(
            String name,
            String id,
            long executions,
            long late,
            long lateNanos,
            long mostLate,
            long latest,
            long queued,
            long queuedNanos,
            long mostQueued,
            long longestWaiting,
            long took) {}

    private final Evidence evidence;

    private TimeRules(Evidence evidence) {
        this.evidence = evidence;
    }

    static TimeRules of(Evidence evidence, Map<Integer, List<String>> kinds) {
        TimeRules rules = new TimeRules(evidence);
        List<Sequence> all = evidence.rows(Queries.load(TimeRules.class, "late.sql"), row -> {
            List<String> names = kinds.getOrDefault(row.intAt("sequence_kind"), List.of("?", "?"));
            return new Sequence(
                    names.getLast(),
                    names.getFirst(),
                    row.longAt("executions"),
                    row.longAt("late"),
                    row.longAt("late_nanos"),
                    row.longAt("most_late_nanos"),
                    row.longAt("latest"),
                    row.longAt("queued"),
                    row.longAt("queue_wait_nanos"),
                    row.longAt("most_waited_nanos"),
                    row.longAt("longest_waiting"),
                    row.longAt("took_nanos"));
        });
        rules.sequences = all.size();
        all.stream()
                .filter(one -> Time.isKnown(one.mostLate) && one.mostLate >= LATE_NANOS)
                .sorted(Comparator.comparingLong((Sequence one) -> -one.lateNanos))
                .forEach(one -> rules.findings.add(rules.late(one)));
        all.stream()
                .filter(one ->
                        Time.isKnown(one.queuedNanos) && one.queuedNanos > one.took && one.mostQueued >= QUEUED_NANOS)
                .sorted(Comparator.comparingLong((Sequence one) -> -one.queuedNanos))
                .forEach(one -> rules.findings.add(rules.queued(one)));
        return rules;
    }

    List<Finding> findings() {
        return findings;
    }

    List<Timeline.Checked> checked() {
        return List.of(new Timeline.Checked(LATE, sequences), new Timeline.Checked(QUEUED, sequences));
    }

    private Finding late(Sequence one) {
        return new Finding(
                LATE,
                Severity.INFO,
                "handlers of `%s` go on after it was reported as ended: in %,d of %,d executions, for up to %s"
                        .formatted(one.name, one.late, one.executions, words(one.mostLate)),
                one.late,
                leads(one.latest, one.id),
                "see it with `backbeat timeline --execution %s`".formatted(new ExecutionId(one.latest)));
    }

    private Finding queued(Sequence one) {
        return new Finding(
                QUEUED,
                Severity.WARNING,
                "`%s` waits longer in the queue than it runs: %s against %s in %,d executions"
                        .formatted(one.name, words(one.queuedNanos), words(one.took), one.executions),
                one.queued,
                leads(one.longestWaiting, one.id),
                "see what ran meanwhile with `backbeat timeline`, and one that waited with `backbeat timeline --execution %s`"
                        .formatted(new ExecutionId(one.longestWaiting)));
    }

    /// To the execution, the line it begins with, and what was executed.
    private List<Reference> leads(long execution, String sequence) {
        Origin begins = evidence.rows(
                        Queries.load(TimeRules.class, "first-line.sql"),
                        row -> new Origin(row.intAt("input"), row.longAt("start_offset")),
                        execution)
                .getFirst();
        return List.of(
                new Reference.ToPlace(evidence.place(begins)),
                new Reference.ToExecutions(ExecutionSet.ofSequence(sequence)),
                new Reference.ToExecution(new ExecutionId(execution)),
                new Reference.ToSequence(sequence));
    }

    private static String words(long nanos) {
        return nanos >= Time.NANOS_PER_SECOND
                ? Words.duration(nanos)
                : String.format(Locale.ROOT, "%,d ms", nanos / Time.NANOS_PER_MILLI);
    }
}

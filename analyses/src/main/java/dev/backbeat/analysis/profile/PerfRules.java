package dev.backbeat.analysis.profile;

import dev.backbeat.analysis.Words;
import dev.backbeat.model.Cell;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is worth a look. Each rule has a page in `docs/rules`.
final class PerfRules {

    static final String SLOW_RUNS = "PERF001";
    static final String WAITING = "PERF002";
    static final String OVERHEAD = "PERF003";
    static final String SILENCE = "PERF004";

    /// From how long on a silence within an execution is worth a look.
    static final long LONG_SILENCE_NANOS = 5 * Time.NANOS_PER_SECOND;

    /// How many silences lead to their places.
    static final int SILENCES_TOLD = 3;

    private static final int TENTH = 10;
    private static final int FEWEST_RUNS = 10;
    private static final double PERCENT = 100.0;

    private PerfRules() {}

    /// The findings, the most severe first.
    ///
    /// @param handlers all handlers, each with its slowest run where it is told
    /// @param ownNanos the own time of all handler runs
    /// @param silences the longest silences while an execution executed a beat
    static List<Finding> findings(
            List<Profile.Line> handlers,
            long ownNanos,
            List<Profile.SequenceLine> sequences,
            Surroundings.Silences silences) {
        List<Finding> findings = new ArrayList<>();
        for (Profile.Line handler : handlers) {
            if (hasSlowRuns(handler.times(), ownNanos)) {
                findings.add(slowRuns(handler, ownNanos));
            }
        }
        long whole = sequences.stream()
                .mapToLong(sequence -> sequence.time().totalNanos())
                .sum();
        for (Profile.SequenceLine sequence : sequences) {
            if (isOverhead(sequence, whole)) {
                findings.add(overhead(sequence));
            }
        }
        if (silences.inAll() > 0) {
            findings.add(silence(silences));
        }
        for (Profile.Line handler : handlers) {
            if (waits(handler.times(), ownNanos)) {
                findings.add(waiting(handler));
            }
        }
        return findings;
    }

    static boolean hasSlowRuns(Profile.Times times, long ownNanos) {
        return times.timedRuns() >= FEWEST_RUNS && times.savedNanos() * TENTH >= ownNanos;
    }

    static boolean waits(Profile.Times times, long ownNanos) {
        return times.waitedNanos() > times.ownNanos() && times.waitedNanos() * TENTH >= ownNanos;
    }

    /// What has no handler time is all outside of it, which says nothing.
    static boolean isOverhead(Profile.SequenceLine sequence, long wholeNanos) {
        long nanos = sequence.time().totalNanos();
        return nanos > 0
                && sequence.ownNanos() > 0
                && sequence.time().overheadNanos() * 2 > nanos
                && nanos * TENTH >= wholeNanos;
    }

    private static Finding slowRuns(Profile.Line handler, long ownNanos) {
        Profile.Times times = handler.times();
        return new Finding(
                SLOW_RUNS,
                Severity.WARNING,
                "`%s`%s spends %s above its median of %s: %s of all handler time"
                        .formatted(
                                handler.name(),
                                in(handler.build()),
                                Words.duration(times.savedNanos()),
                                Words.duration(times.p50Nanos()),
                                percent(times.savedNanos(), ownNanos)),
                times.timedRuns(),
                evidence(handler),
                hint(handler.slowest(), "look at its slowest run with"));
    }

    private static Finding waiting(Profile.Line handler) {
        Profile.Times times = handler.times();
        return new Finding(
                WAITING,
                Severity.INFO,
                "`%s`%s waits %s for the handlers before it and works %s itself"
                        .formatted(
                                handler.name(),
                                in(handler.build()),
                                Words.duration(times.waitedNanos()),
                                Words.duration(times.ownNanos())),
                times.timedRuns(),
                evidence(handler),
                hint(handler.slowest(), "see which handler it waits for with"));
    }

    private static Finding overhead(Profile.SequenceLine sequence) {
        List<Reference> evidence = new ArrayList<>(evidence(sequence.slowest()));
        evidence.addAll(Cells.executions(Cell.unknown(), sequence.sequence(), sequence.build())
                .references());
        evidence.add(new Reference.ToSequence(sequence.sequence()));
        long nanos = sequence.time().totalNanos();
        return new Finding(
                OVERHEAD,
                Severity.WARNING,
                "%s of the time of `%s`%s is spent outside its handlers: %s of %s in %,d executions"
                        .formatted(
                                percent(sequence.time().overheadNanos(), nanos),
                                sequence.name(),
                                in(sequence.build()),
                                Words.duration(sequence.time().overheadNanos()),
                                Words.duration(nanos),
                                sequence.begun()),
                sequence.begun(),
                evidence,
                hint(sequence.slowest(), "look at its slowest execution with"));
    }

    private static Finding silence(Surroundings.Silences silences) {
        Profile.Silence longest = silences.longest().getFirst();
        List<Reference> evidence = new ArrayList<>();
        for (Profile.Silence silence : silences.longest()) {
            evidence.add(new Reference.ToPlace(silence.before().place()));
            if (silence.execution() != null) {
                evidence.add(new Reference.ToExecution(silence.execution()));
            }
        }
        return new Finding(
                SILENCE,
                Severity.WARNING,
                "nothing was written for %s while a beat of `%s` executed%s"
                        .formatted(
                                Words.duration(longest.nanos()),
                                longest.sequence(),
                                silences.inAll() == 1
                                        ? ""
                                        : ", the longest of %,d such silences".formatted(silences.inAll())),
                silences.inAll(),
                evidence,
                "see what stood before it with `backbeat raw %s`"
                        .formatted(longest.before().place().origin()));
    }

    private static List<Reference> evidence(Profile.Line handler) {
        List<Reference> evidence = new ArrayList<>(evidence(handler.slowest()));
        evidence.addAll(Cells.runs(handler).references());
        if (handler.handler() != null) {
            evidence.add(new Reference.ToHandler(handler.handler()));
        }
        if (handler.code() != null) {
            evidence.add(new Reference.ToCode(handler.code()));
        }
        return evidence;
    }

    private static List<Reference> evidence(Profile.@Nullable Slowest slowest) {
        return slowest == null
                ? List.of()
                : List.of(new Reference.ToPlace(slowest.place()), new Reference.ToExecution(slowest.execution()));
    }

    private static String hint(Profile.@Nullable Slowest slowest, String what) {
        return slowest == null ? "" : "%s `backbeat execution %s`".formatted(what, slowest.execution());
    }

    private static String in(@Nullable String build) {
        return build == null ? "" : " in the build `" + build + "`";
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.0f %%", PERCENT * part / Math.max(1, whole));
    }
}

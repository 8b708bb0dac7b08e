package dev.backbeat.inspect.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Holds the claims of a report against its log.
final class Judge {

    private static final long NEAR_NANOS = Time.NANOS_PER_SECOND;

    private final Report report;
    private final LogFacts facts;
    private final Counts counts;
    private final Durations durations;
    private final Silences silences;
    private final Map<String, Set<String>> packages;
    private final List<String> commits;

    /// @param sameExtent whether the report was made of as much as is in the store
    /// @param buildTimes when the build was made that the session ran, as far as reports say it
    Judge(Report report, LogFacts facts, boolean sameExtent, Set<Long> buildTimes) {
        this.report = report;
        this.facts = facts;
        this.counts = new Counts(facts, sameExtent);
        this.durations = new Durations(facts, counts.plugins());
        this.silences = new Silences(facts, buildTimes);
        this.packages = facts.packages();
        this.commits = facts.commits();
    }

    List<Judgement> all() {
        boolean constant = report.isConstant();
        return report.claims().stream()
                .map(claim -> {
                    Judgement judgement = of(claim);
                    boolean mount = claim.kind() == Claim.Kind.PLUGIN_MOUNT_DURATION && claim.text() == null;
                    return constant && mount && judgement.verdict() == Verdict.CONTRADICTED
                            ? judgement.of(Rules.CONSTANT)
                            : judgement;
                })
                .toList();
    }

    private Judgement of(Claim claim) {
        return switch (claim.kind()) {
            case LINES,
                    TIMED_RECORDS,
                    PLUGIN_COUNT,
                    MOUNT_ATTEMPTS,
                    PLUGIN_MOUNTED,
                    SEQUENCE_COUNT,
                    SEQUENCE_REGISTRATIONS,
                    SEQUENCE_ID,
                    BEAT_RUNS,
                    MOVEMENT_RUNS,
                    TOPIC_COUNT,
                    TOPIC_SUBSCRIPTIONS -> counts.judge(claim);
            case PLUGIN_MOUNT_DURATION, SEQUENCE_RUN, BEAT_DURATION, MOVEMENT_DURATION -> durations.judge(claim);
            case GAP, HOTSPOT -> silences.judge(claim);
            case SESSION_START -> silences.start(claim);
            case SESSION_END -> end(claim);
            case SESSION_DURATION -> duration(claim);
            case BUILD_COMMIT -> commit(claim);
            case PACKAGE_VERSION -> version(claim);
            case BUILD_TIME -> Judgement.cannotTell(claim, "the store keeps no time of a build");
            case ALERT, TIMELINE_EVENTS -> Judgement.cannotTell(claim, "nothing in a log says it");
        };
    }

    private Judgement end(Claim claim) {
        Log log = facts.log();
        String said = "the last record is at " + Time.iso(log.endNanos());
        if (Math.abs(claim.endNanos() - log.endNanos()) < NEAR_NANOS) {
            return Judgement.agrees(claim, said, log.end());
        }
        return claim.endNanos() < log.endNanos()
                ? Judgement.cannotTell(claim, said + ", the report may be of a shorter save")
                : Judgement.contradicted(claim, Rules.FIGURE, said, log.end());
    }

    private Judgement duration(Claim claim) {
        Log log = facts.log();
        long took = log.endNanos() - log.startNanos();
        String said = "from the first to the last record it is " + Figures.duration(took);
        if (Figures.isSameDuration(claim, took, NEAR_NANOS)) {
            return Judgement.agrees(claim, said, log.start(), log.end());
        }
        if (claim.value() < took) {
            return Judgement.cannotTell(claim, said + ", the report may be of a shorter save");
        }
        boolean falseStart = Time.isKnown(report.source().startNanos())
                && report.source().startNanos() < log.startNanos() - NEAR_NANOS;
        return Judgement.contradicted(claim, falseStart ? Rules.TIME : Rules.FIGURE, said, log.start(), log.end());
    }

    private Judgement commit(Claim claim) {
        String claimed = String.valueOf(claim.text());
        if (commits.isEmpty()) {
            return Judgement.cannotTell(claim, "the log names no commit");
        }
        boolean same = commits.stream().anyMatch(known -> known.startsWith(claimed) || claimed.startsWith(known));
        String said = "the log names " + String.join(", ", commits);
        return same
                ? Judgement.agrees(claim, said, facts.log().start())
                : Judgement.contradicted(claim, Rules.FIGURE, said, facts.log().start());
    }

    private Judgement version(Claim claim) {
        Set<String> versions = packages.getOrDefault(String.valueOf(claim.subject()), Set.of());
        if (versions.isEmpty()) {
            return Judgement.cannotTell(claim, "the log names no version of it");
        }
        String said =
                "the log names " + String.join(", ", versions.stream().sorted().toList());
        return versions.contains(String.valueOf(claim.text()))
                ? Judgement.agrees(claim, said, facts.log().start())
                : Judgement.contradicted(claim, Rules.FIGURE, said, facts.log().start());
    }
}

package dev.backbeat.inspect.claims;

import dev.backbeat.inspect.claims.LogFacts.Took;
import dev.backbeat.model.Claim;
import dev.backbeat.model.Time;
import java.util.Optional;
import java.util.Set;

/// Holds silences and the start of a session against a log.
final class Silences {

    private final LogFacts facts;
    private final Set<Long> buildTimes;

    Silences(LogFacts facts, Set<Long> buildTimes) {
        this.facts = facts;
        this.buildTimes = buildTimes;
    }

    Judgement start(Claim claim) {
        Log log = facts.log();
        String said = "the first record is at " + Time.iso(log.startNanos());
        if (claim.startNanos() < log.startNanos() - Time.NANOS_PER_SECOND) {
            return Judgement.contradicted(claim, Rules.TIME, said + built(claim), log.start());
        }
        return Math.abs(claim.startNanos() - log.startNanos()) <= Time.NANOS_PER_SECOND
                ? Judgement.agrees(claim, said, log.start())
                : Judgement.cannotTell(claim, said + ", the report may be of a part of the log");
    }

    Judgement judge(Claim claim) {
        Log log = facts.log();
        if (!Time.isKnown(claim.startNanos()) || !Time.isKnown(claim.endNanos())) {
            return Judgement.cannotTell(claim, "the report does not say when");
        }
        if (claim.startNanos() < log.startNanos() - Time.NANOS_PER_MILLI) {
            return Judgement.contradicted(
                    claim,
                    Rules.TIME,
                    "the first record is at " + Time.iso(log.startNanos()) + built(claim),
                    log.start());
        }
        Optional<Took> gap = facts.gaps().stream()
                .filter(each -> each.startNanos() <= claim.startNanos() + Time.NANOS_PER_MILLI
                        && each.endNanos() >= claim.endNanos() - Time.NANOS_PER_MILLI)
                .findFirst();
        if (gap.isPresent()) {
            return Judgement.agrees(
                    claim,
                    claim.kind() == Claim.Kind.HOTSPOT
                            ? "the log is silent then; what filled the time it does not say"
                            : "the log is silent then",
                    gap.get().origin());
        }
        return facts.within(claim.startNanos() + Time.NANOS_PER_MILLI, claim.endNanos() - Time.NANOS_PER_MILLI)
                .map(record -> Judgement.contradicted(
                        claim, Rules.FIGURE, "a record is at " + Time.iso(record.startNanos()), record.origin()))
                .orElseGet(() -> Judgement.cannotTell(claim, "no silence as short as that is kept"));
    }

    private String built(Claim claim) {
        return buildTimes.contains(claim.startNanos()) ? "; the claimed one is that of the build" : "";
    }
}

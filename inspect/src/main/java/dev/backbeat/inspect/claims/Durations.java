package dev.backbeat.inspect.claims;

import dev.backbeat.inspect.claims.LogFacts.Took;
import dev.backbeat.model.Claim;
import dev.backbeat.model.Time;
import java.util.List;
import java.util.Set;

/// Holds durations against a log.
final class Durations {

    private static final String AVERAGE = "average";
    private static final String LAST = "last";

    private final LogFacts facts;
    private final Set<String> plugins;

    Durations(LogFacts facts, Set<String> plugins) {
        this.facts = facts;
        this.plugins = plugins;
    }

    Judgement judge(Claim claim) {
        return switch (claim.kind()) {
            case PLUGIN_MOUNT_DURATION -> mount(claim);
            case SEQUENCE_RUN -> run(claim);
            case BEAT_DURATION -> compared(claim, of(claim, facts.beats()), "beat");
            case MOVEMENT_DURATION -> compared(claim, of(claim, facts.movements()), "movement");
            default -> Judgement.cannotTell(claim, "nothing in a log says it");
        };
    }

    private Judgement mount(Claim claim) {
        if (!plugins.contains(String.valueOf(claim.subject()))) {
            List<Took> all = facts.mounts().stream()
                    .filter(mount -> Time.isKnown(mount.reportedNanos()))
                    .toList();
            String others =
                    all.isEmpty() ? "" : "; of its mounts each " + range(all).replaceFirst("^it ", "");
            return Judgement.contradicted(claim, Rules.NAME, "the log has no plugin of that name" + others);
        }
        List<Took> mounts = facts.mounts().stream()
                .filter(mount -> mount.subject().equals(claim.subject()))
                .filter(mount -> mount.text().equals("completed") && Time.isKnown(mount.reportedNanos()))
                .filter(mount ->
                        !Time.isKnown(claim.endNanos()) || Figures.isSameTime(mount.endNanos(), claim.endNanos()))
                .toList();
        if (LAST.equals(claim.text()) && !mounts.isEmpty()) {
            mounts = List.of(mounts.getLast());
        }
        return compared(claim, mounts, "mount");
    }

    private Judgement run(Claim claim) {
        List<Took> named = facts.executions().stream()
                .filter(execution -> execution.subject().equals(claim.subject()))
                .toList();
        if (named.isEmpty()) {
            return Judgement.contradicted(claim, Rules.NAME, "the log has no execution of that sequence");
        }
        List<Took> then = named.stream()
                .filter(execution -> !Time.isKnown(claim.startNanos())
                        || Figures.isSameTime(execution.startNanos(), claim.startNanos()))
                .toList();
        if (then.isEmpty()) {
            return Judgement.contradicted(
                    claim,
                    Rules.FIGURE,
                    "none of its " + Figures.many(named.size(), "execution", "executions") + " begins then",
                    named.getFirst().origin());
        }
        return claim.unit() == Claim.Unit.NANOS
                ? compared(claim, then, "execution")
                : Judgement.agrees(claim, "it begins then", then.getFirst().origin());
    }

    private static List<Took> of(Claim claim, List<Took> rows) {
        if (AVERAGE.equals(claim.text())) {
            return rows;
        }
        return rows.stream()
                .filter(row ->
                        row.subject().equals(claim.subject()) && row.text().equals(claim.text()))
                .toList();
    }

    private Judgement compared(Claim claim, List<Took> rows, String what) {
        List<Took> timed =
                rows.stream().filter(row -> Time.isKnown(row.reportedNanos())).toList();
        if (timed.isEmpty()) {
            return rows.isEmpty() && !what.equals("mount")
                    ? missing(claim, what)
                    : Judgement.cannotTell(claim, "the log does not say how long such a " + what + " took");
        }
        if (AVERAGE.equals(claim.text())) {
            return average(claim, timed);
        }
        for (Took row : timed) {
            if (Figures.isSameDuration(claim, row.reportedNanos(), Time.NANOS_PER_MILLI)) {
                return Judgement.agrees(claim, "it took " + Figures.duration(row.reportedNanos()), row.origin());
            }
        }
        return Judgement.contradicted(
                claim, Rules.FIGURE, range(timed), timed.getFirst().origin());
    }

    private Judgement missing(Claim claim, String what) {
        boolean named = claim.subject() == null
                || facts.executions().stream()
                        .anyMatch(execution -> execution.subject().equals(claim.subject()));
        return named
                ? Judgement.contradicted(claim, Rules.FIGURE, "the log has no such " + what)
                : Judgement.contradicted(claim, Rules.NAME, "the log has no execution of that sequence");
    }

    private static Judgement average(Claim claim, List<Took> rows) {
        double sum = rows.stream()
                .mapToDouble(row -> (double) row.reportedNanos() * row.times())
                .sum();
        long mean = Math.round(sum / rows.stream().mapToLong(Took::times).sum());
        String said = "on average it took " + Figures.duration(mean);
        return Figures.isSameDuration(claim, mean, Time.NANOS_PER_MILLI)
                ? Judgement.agrees(claim, said, rows.getFirst().origin())
                : Judgement.contradicted(
                        claim, Rules.FIGURE, said, rows.getFirst().origin());
    }

    private static String range(List<Took> rows) {
        long least = rows.stream().mapToLong(Took::reportedNanos).min().orElse(0);
        long most = rows.stream().mapToLong(Took::reportedNanos).max().orElse(0);
        return least == most
                ? "it took " + Figures.duration(least)
                : "it took " + Figures.duration(least) + " to " + Figures.duration(most);
    }
}

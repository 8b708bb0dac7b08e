package dev.backbeat.inspect.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.Time;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What can be thought of a report whose log is not in the store: whether it contradicts itself or other
/// reports of the same session, and whether anything in the store has the names that it uses.
final class WithoutLog {

    private final Report report;
    private final List<Report> beside;
    private final Set<String> plugins;
    private final Set<Long> buildTimes;
    private final String why;

    /// @param beside other reports of the same session
    /// @param plugins the plugins that any log of the store has
    /// @param buildTimes when the build was made, as far as these reports say it
    /// @param why why there is no log
    WithoutLog(Report report, List<Report> beside, Set<String> plugins, Set<Long> buildTimes, String why) {
        this.report = report;
        this.beside = beside;
        this.plugins = plugins;
        this.buildTimes = buildTimes;
        this.why = why;
    }

    List<Judgement> all() {
        boolean constant = report.isConstant();
        Set<String> others = new HashSet<>();
        beside.forEach(other -> others.addAll(other.plugins()));
        others.removeAll(report.plugins());
        return report.claims().stream()
                .map(claim -> switch (claim.kind()) {
                    case GAP, HOTSPOT, SESSION_START -> start(claim);
                    case PLUGIN_MOUNTED, MOUNT_ATTEMPTS -> plugin(claim, others);
                    case PLUGIN_MOUNT_DURATION -> duration(claim, constant);
                    default -> Judgement.cannotTell(claim, why);
                })
                .toList();
    }

    private Judgement start(Claim claim) {
        return Time.isKnown(claim.startNanos()) && buildTimes.contains(claim.startNanos())
                ? Judgement.contradicted(
                        claim, Rules.TIME, "by the report's own words that is when the build was made, not a record")
                : Judgement.cannotTell(claim, why);
    }

    private Judgement plugin(Claim claim, Set<String> others) {
        String name = claim.subject();
        if (name == null) {
            return Judgement.cannotTell(claim, why);
        }
        boolean alone = beside.stream().noneMatch(other -> other.plugins().contains(name));
        if (alone && others.size() > report.plugins().size()) {
            return Judgement.contradicted(
                    claim,
                    Rules.NAME,
                    "another report of the session has no plugin of that name, but " + Counts.names(others));
        }
        return !plugins.isEmpty()
                        && !plugins.contains(name)
                        && beside.stream().allMatch(other -> other.plugins().isEmpty())
                ? Judgement.cannotTell(claim, why + "; no log in the store has a plugin of that name")
                        .of(Rules.NAME)
                : Judgement.cannotTell(claim, why);
    }

    private Judgement duration(Claim claim, boolean constant) {
        return constant && claim.text() == null
                ? Judgement.cannotTell(claim, why + "; each mount is said to take as long")
                        .of(Rules.CONSTANT)
                : Judgement.cannotTell(claim, why);
    }
}

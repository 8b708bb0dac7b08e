package dev.backbeat.inspect.claims;

import dev.backbeat.model.Time;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A report with what is to be thought of each of its claims.
record JudgedReport(Report report, Matching.Match match, List<Judgement> judgements) {

    private static final Matching.Match NONE = Matching.Match.none("");
    private static final String PLUGINS = "SELECT DISTINCT plugin FROM plugin_mounts";

    /// Copies.
    JudgedReport {
        judgements = List.copyOf(judgements);
    }

    /// All reports of a store.
    static List<JudgedReport> all(Store store) {
        List<Report> reports = Report.all(store);
        Matching matching = new Matching(reports, reports.isEmpty() ? List.of() : Log.all(store));
        Map<Integer, LogFacts> facts = new HashMap<>();
        Map<Report, Matching.Match> matches = new HashMap<>();
        reports.forEach(report -> matches.put(report, matching.of(report)));
        Set<String> plugins = new HashSet<>(
                reports.isEmpty()
                        ? List.of()
                        : store.rows(PLUGINS, row -> row.textAt("plugin").orElse("?")));
        List<JudgedReport> judged = new ArrayList<>();
        for (Report report : reports) {
            Matching.Match match = matches.getOrDefault(report, NONE);
            List<Report> beside = reports.stream()
                    .filter(other -> other != report
                            && (other.isBeside(report) || isOfOne(match, matches.getOrDefault(other, NONE))))
                    .toList();
            Set<Long> buildTimes = new HashSet<>(report.buildTimes());
            beside.forEach(other -> buildTimes.addAll(other.buildTimes()));
            buildTimes.remove(Time.UNKNOWN);
            Log log = match.log();
            List<Judgement> judgements = log == null
                    ? new WithoutLog(report, beside, plugins, buildTimes, match.why()).all()
                    : new Judge(
                                    report,
                                    facts.computeIfAbsent(log.input(), input -> new LogFacts(store, log)),
                                    match.sameExtent(),
                                    buildTimes)
                            .all();
            judged.add(new JudgedReport(report, match, judgements));
        }
        return judged;
    }

    private static boolean isOfOne(Matching.Match match, Matching.Match other) {
        Log log = match.log();
        Log others = other.log();
        return log != null && others != null && log.input() == others.input();
    }

    long count(Verdict verdict) {
        return judgements.stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .count();
    }
}

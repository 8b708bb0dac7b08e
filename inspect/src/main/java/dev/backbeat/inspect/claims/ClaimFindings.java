package dev.backbeat.inspect.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.Origin;
import dev.backbeat.model.Reference;
import dev.backbeat.model.Severity;
import dev.backbeat.model.Time;
import dev.backbeat.store.RawLines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The rules that reports break: one finding for each report, rule and kind of claim.
final class ClaimFindings {

    private static final int PLACES = 4;
    private static final int NAMES = 3;

    private final RawLines rawLines;

    private record Group(String rule, String what) {}

    ClaimFindings(RawLines rawLines) {
        this.rawLines = rawLines;
    }

    /// All of them.
    Exhibit.Findings of(List<JudgedReport> reports) {
        return exhibit(findings(reports), reports);
    }

    /// One for each rule, the one that most claims break, for where reports are not the matter.
    Exhibit.Findings inShort(List<JudgedReport> reports) {
        Map<String, List<Finding>> byRule = new TreeMap<>();
        findings(reports)
                .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                        .add(finding));
        List<Finding> shortened =
                byRule.values().stream().map(ClaimFindings::foremost).toList();
        return exhibit(shortened, reports);
    }

    private static Finding foremost(List<Finding> findings) {
        Finding most = findings.getFirst();
        for (Finding finding : findings) {
            most = finding.count() > most.count() ? finding : most;
        }
        long claims = findings.stream().mapToLong(Finding::count).sum();
        return findings.size() == 1
                ? most
                : new Finding(
                        most.rule(),
                        most.severity(),
                        most.sentence() + "; " + Figures.number(claims)
                                + " claims break the rule, `backbeat claims` tells" + " the others",
                        claims,
                        most.evidence(),
                        most.hint());
    }

    private static Exhibit.Findings exhibit(List<Finding> findings, List<JudgedReport> reports) {
        long claims =
                reports.stream().mapToLong(report -> report.judgements().size()).sum();
        return new Exhibit.Findings(
                "reported by other tools, and yet",
                findings,
                Stream.of(Rules.NAME, Rules.TIME, Rules.FIGURE, Rules.CONSTANT)
                        .map(rule -> new Exhibit.Findings.Checked(rule, claims))
                        .toList(),
                "nothing in the store contradicts one of the %,d claims".formatted(claims));
    }

    private List<Finding> findings(List<JudgedReport> reports) {
        List<Finding> findings = new ArrayList<>();
        for (JudgedReport report : reports) {
            Map<Group, List<Judgement>> groups = new LinkedHashMap<>();
            for (Judgement judgement : report.judgements()) {
                String rule = judgement.rule();
                if (rule != null) {
                    groups.computeIfAbsent(new Group(rule, what(rule, judgement.claim())), group -> new ArrayList<>())
                            .add(judgement);
                }
            }
            groups.forEach((group, broken) -> findings.add(finding(report, group, broken)));
        }
        findings.sort((a, b) -> a.rule().compareTo(b.rule()));
        return findings;
    }

    /// Names of plugins are one matter, each kind of figure is one of its own.
    private static String what(String rule, Claim claim) {
        return switch (rule) {
            case Rules.NAME -> ClaimWords.named(claim.kind());
            case Rules.FIGURE -> ClaimWords.of(claim.kind());
            default -> "";
        };
    }

    private Finding finding(JudgedReport report, Group group, List<Judgement> broken) {
        Judgement first = broken.getFirst();
        String where = "`" + report.report().shortName() + "` ";
        String sentence = switch (group.rule()) {
            case Rules.NAME -> where + names(group.what(), broken) + ": " + first.said();
            case Rules.TIME -> where + times(broken) + ": " + first.said();
            case Rules.CONSTANT ->
                where
                        + "lets each of %s take %s, which is no measurement: %s"
                                .formatted(
                                        Figures.many(broken.size(), "mount", "mounts"),
                                        Figures.duration(first.claim().value()),
                                        first.said());
            default -> where + "says " + ClaimWords.sentence(first.claim()) + ": " + first.said() + more(broken);
        };
        return new Finding(
                group.rule(),
                Severity.WARNING,
                sentence,
                broken.size(),
                evidence(broken),
                "`backbeat raw %s` shows the claim, `backbeat claims %d` all of the report"
                        .formatted(first.claim().origin(), report.report().input()));
    }

    private static String names(String what, List<Judgement> broken) {
        Set<String> names = new TreeSet<>();
        broken.forEach(judgement -> names.add(ClaimWords.name(judgement.claim())));
        String shown = names.stream().limit(NAMES).map(name -> "`" + name + "`").collect(Collectors.joining(", "));
        return "names the %s %s%s".formatted(what, shown, names.size() > NAMES ? ", …" : "");
    }

    private static String times(List<Judgement> broken) {
        Judgement longest = broken.stream()
                .filter(judgement -> judgement.claim().kind() == Claim.Kind.GAP
                        || judgement.claim().kind() == Claim.Kind.HOTSPOT)
                .max((a, b) -> Long.compare(a.claim().value(), b.claim().value()))
                .orElse(broken.getFirst());
        Claim claim = longest.claim();
        return Time.isKnown(claim.value())
                ? "lets %s of %s begin at %s, where the session has no record"
                        .formatted(
                                claim.kind() == Claim.Kind.HOTSPOT ? "a hotspot" : "a " + ClaimWords.of(claim.kind()),
                                Figures.duration(claim.value()),
                                Time.iso(claim.startNanos()))
                : "lets the session begin at %s, where it has no record".formatted(Time.iso(claim.startNanos()));
    }

    private static String more(List<Judgement> broken) {
        return broken.size() == 1 ? "" : "; and " + Figures.number(broken.size() - 1L) + " more";
    }

    private List<Reference> evidence(List<Judgement> broken) {
        Set<Origin> places = new LinkedHashSet<>();
        places.add(broken.getFirst().claim().origin());
        broken.forEach(judgement -> places.addAll(judgement.evidence()));
        return places.stream()
                .filter(Objects::nonNull)
                .limit(PLACES)
                .map(place -> (Reference) new Reference.ToPlace(rawLines.place(place)))
                .toList();
    }
}

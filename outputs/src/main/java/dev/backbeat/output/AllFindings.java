package dev.backbeat.output;

import dev.backbeat.model.Answer;
import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The findings of all exhibits of an answer, and the rules that were checked.
///
/// @param ranked the most severe first, of these the one with the widest reach
/// @param checked how often each rule was checked; a rule that found something is among them
public record AllFindings(List<Located> ranked, Map<String, Long> checked) {

    private static final Comparator<Located> RANK = Comparator.comparing(Located::severity)
            .reversed()
            .thenComparing(Comparator.comparingLong(Located::reach).reversed());

    /// Copies.
    public AllFindings {
        ranked = List.copyOf(ranked);
    }

    /// Those of an answer.
    public static AllFindings of(Answer answer) {
        List<Located> found = new ArrayList<>();
        Map<String, Long> checked = new TreeMap<>();
        for (Exhibit exhibit : answer.exhibits()) {
            if (exhibit instanceof Exhibit.Findings findings) {
                found.addAll(Located.of(findings));
                findings.rules().forEach(rule -> checked.merge(rule.rule(), rule.checks(), Long::sum));
            }
        }
        found.forEach(finding -> checked.putIfAbsent(finding.rule(), 0L));
        return new AllFindings(found.stream().sorted(RANK).toList(), checked);
    }

    /// What is said of every log, and by what rule of conformance where documents are known, which says more of it.
    private static final Map<String, String> SAID_AGAIN =
            Map.of("EXEC001", "CONF007", "EXEC002", "CONF008", "EXEC003", "CONF010");

    /// The same without those that say of the same line what another one says of it.
    public AllFindings apart() {
        Set<String> said = new HashSet<>();
        ranked.forEach(finding -> finding.places().forEach(place -> said.add(finding.rule() + " " + place.origin())));
        return new AllFindings(
                ranked.stream()
                        .filter(finding -> finding.places().stream()
                                .noneMatch(
                                        place -> said.contains(SAID_AGAIN.get(finding.rule()) + " " + place.origin())))
                        .toList(),
                checked);
    }

    /// Those of an answer that has any exhibit of findings.
    ///
    /// @throws BackbeatException `USAGE` when it has none, so that no file claims that all is well
    public static AllFindings required(Answer answer, String output) {
        if (answer.exhibits().stream().noneMatch(Exhibit.Findings.class::isInstance)) {
            throw BackbeatException.withHint(
                    ErrorCode.USAGE,
                    "`%s` looks for no findings, so there is nothing to write as `%s`".formatted(answer.id(), output),
                    "`backbeat report --output %s` holds the findings of every answer".formatted(output));
        }
        return of(answer);
    }

    /// Those of a rule.
    public List<Located> of(String rule) {
        return ranked.stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    /// How many there are of a severity.
    public long count(Severity severity) {
        return ranked.stream().filter(finding -> finding.severity() == severity).count();
    }
}

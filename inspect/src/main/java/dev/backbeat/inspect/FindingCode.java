package dev.backbeat.inspect;

import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Reference;
import dev.backbeat.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Leads findings about a handler to its line of code, where it is mapped.
public final class FindingCode {

    private FindingCode() {}

    /// The exhibits, their findings with the line of code of their handler: of the build that the finding
    /// names, else of the last one.
    public static List<Exhibit> of(Store store, List<Exhibit> exhibits) {
        boolean wanted = exhibits.stream()
                .anyMatch(exhibit -> exhibit instanceof Exhibit.Findings findings
                        && findings.findings().stream().anyMatch(FindingCode::lacksCode));
        if (!wanted) {
            return exhibits;
        }
        Map<HandlerKey, List<HandlerCode.Mapped>> mapped = HandlerCode.of(store);
        return exhibits.stream()
                .map(exhibit -> exhibit instanceof Exhibit.Findings findings ? located(findings, mapped) : exhibit)
                .toList();
    }

    private static Exhibit located(Exhibit.Findings exhibit, Map<HandlerKey, List<HandlerCode.Mapped>> mapped) {
        List<Finding> findings = exhibit.findings().stream()
                .map(finding -> lacksCode(finding) ? located(finding, mapped) : finding)
                .toList();
        return new Exhibit.Findings(exhibit.title(), findings, exhibit.rules(), exhibit.whenEmpty());
    }

    private static Finding located(Finding finding, Map<HandlerKey, List<HandlerCode.Mapped>> mapped) {
        for (Reference reference : finding.evidence()) {
            if (reference instanceof Reference.ToHandler(var handler) && mapped.containsKey(handler)) {
                List<HandlerCode.Mapped> places = mapped.get(handler);
                HandlerCode.Mapped place = places.stream()
                        .filter(known -> finding.sentence().contains("`" + known.build() + "`"))
                        .findFirst()
                        .orElse(places.getLast());
                List<Reference> evidence = new ArrayList<>(List.of(new Reference.ToCode(place.place())));
                evidence.addAll(finding.evidence());
                return finding.leadingTo(evidence);
            }
        }
        return finding;
    }

    private static boolean lacksCode(Finding finding) {
        return finding.evidence().stream().noneMatch(Reference.ToCode.class::isInstance)
                && finding.evidence().stream().anyMatch(Reference.ToHandler.class::isInstance);
    }
}

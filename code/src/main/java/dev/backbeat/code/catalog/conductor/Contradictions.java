package dev.backbeat.code.catalog.conductor;

import dev.backbeat.code.CodeProblem;
import dev.backbeat.code.catalog.DocumentedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds sequences that two documents describe differently.
final class Contradictions {

    private record Step(String event, String handler) {}

    private Contradictions() {}

    static void find(List<DocumentedSequence> sequences, List<CodeProblem> problems) {
        Map<String, List<DocumentedSequence>> byId = new TreeMap<>();
        for (DocumentedSequence sequence : sequences) {
            byId.computeIfAbsent(sequence.id(), id -> new ArrayList<>()).add(sequence);
        }
        byId.forEach((id, copies) -> {
            DocumentedSequence first = copies.getFirst();
            for (DocumentedSequence copy : copies) {
                if (!steps(copy).equals(steps(first))) {
                    problems.add(new CodeProblem(
                            CodeProblem.Kind.CONTRADICTING_SEQUENCES,
                            copy.path(),
                            copy.line(),
                            "sequence `%s` has other beats than in `%s`".formatted(id, first.path())));
                }
            }
        });
    }

    private static List<Step> steps(DocumentedSequence sequence) {
        return sequence.beats().stream()
                .map(beat -> new Step(beat.event(), beat.handler()))
                .toList();
    }
}

package dev.backbeat.mapping;

import dev.backbeat.code.catalog.DocumentedSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The versions of all checkouts that one build ran.
final class CodeVersions {

    private final List<CodeVersion> versions;
    private final Map<String, List<Documented>> sequences = new HashMap<>();

    /// A documented sequence and the version that documents it.
    record Documented(CodeVersion version, DocumentedSequence sequence) {}

    CodeVersions(List<CodeVersion> versions) {
        this.versions = List.copyOf(versions);
        for (CodeVersion version : versions) {
            for (DocumentedSequence sequence : version.index().documents().sequences()) {
                Documented documented = new Documented(version, sequence);
                remember(sequence.id(), documented);
                if (!sequence.name().equals(sequence.id())) {
                    remember(sequence.name(), documented);
                }
            }
        }
    }

    private void remember(String key, Documented documented) {
        sequences.computeIfAbsent(key, id -> new ArrayList<>()).add(documented);
    }

    List<CodeVersion> all() {
        return versions;
    }

    /// The documents of a sequence, by its id or name.
    List<Documented> documents(String sequence) {
        return sequences.getOrDefault(sequence, List.of());
    }
}

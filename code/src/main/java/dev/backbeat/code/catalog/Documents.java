package dev.backbeat.code.catalog;

import dev.backbeat.code.CodeProblem;
import java.util.List;

/// What the documents of a tree say.
///
/// @param sequences sorted by path
/// @param routes topics and interactions, sorted by path and line
/// @param plugins sorted by path and line
/// @param audits what audits say of tests, sorted by path
/// @param problems what can't be read as it is meant to be
public record Documents(
        List<DocumentedSequence> sequences,
        List<Route> routes,
        List<PluginEntry> plugins,
        List<TestAudit> audits,
        List<CodeProblem> problems) {

    /// Copies.
    public Documents {
        sequences = List.copyOf(sequences);
        routes = List.copyOf(routes);
        plugins = List.copyOf(plugins);
        audits = List.copyOf(audits);
        problems = List.copyOf(problems);
    }

    /// The documents of a sequence.
    public List<DocumentedSequence> sequences(String id) {
        return sequences.stream().filter(sequence -> sequence.id().equals(id)).toList();
    }
}

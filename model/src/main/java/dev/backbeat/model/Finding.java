package dev.backbeat.model;

import java.util.List;

/// Something worth a person's attention.
///
/// @param rule the stable id of the rule that found it, such as `EXEC001`
/// @param severity how much it matters
/// @param sentence what is so, in one plain sentence without a full stop
/// @param count how often it was seen
/// @param evidence what leads to it, the best first
/// @param hint what to do or where to look next
public record Finding(
        String rule, Severity severity, String sentence, long count, List<Reference> evidence, String hint) {

    /// Copies.
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /// The same finding, which other evidence leads to.
    public Finding leadingTo(List<Reference> better) {
        return new Finding(rule, severity, sentence, count, better, hint);
    }
}

package dev.backbeat.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something worth a person's attention.
///
/// @param rule the stable id of the rule that found it, such as `EXEC001`
/// @param severity how much it matters
/// @param sentence what is so, in one plain sentence without a full stop
/// @param count how often it was seen
/// @param evidence what leads to it, the best first
/// @param hint what to do or where to look next
/// @param subject what it is about, for programs
public record Finding(
        String rule,
        Severity severity,
        String sentence,
        long count,
        List<Reference> evidence,
        String hint,
        Subject subject) {

    /// Copies.
    public Finding {
        evidence = List.copyOf(evidence);
    }

    /// A finding that says in its sentence alone what it is about.
    public Finding(String rule, Severity severity, String sentence, long count, List<Reference> evidence, String hint) {
        this(rule, severity, sentence, count, evidence, hint, Subject.NONE);
    }

    /// The same finding, which other evidence leads to.
    public Finding leadingTo(List<Reference> better) {
        return new Finding(rule, severity, sentence, count, better, hint, subject);
    }

    /// What a finding is about, as far as it is about such a thing.
    ///
    /// @param sequence the sequence's id, or its name where no id is known
    /// @param beat the beat as people say it: its number, and its event
    /// @param handler the handler
    /// @param code where it is to be mended
    /// @param executions in how many executions it was seen, -1 where executions don't count
    /// @param executionsOf of how many, -1 where executions don't count
    public record Subject(
            @Nullable String sequence,
            @Nullable String beat,
            @Nullable HandlerKey handler,
            @Nullable CodePlace code,
            long executions,
            long executionsOf) {

        /// Nothing of all this.
        public static final Subject NONE = new Subject(null, null, null, null, -1, -1);
    }
}

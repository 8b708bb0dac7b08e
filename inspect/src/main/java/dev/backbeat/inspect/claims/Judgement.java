package dev.backbeat.inspect.claims;

import dev.backbeat.model.Claim;
import dev.backbeat.model.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be thought of a claim.
///
/// @param said what the logs say, in words
/// @param rule the rule that it breaks; absent where it breaks none
/// @param evidence where the logs say so, the best first
record Judgement(
        Claim claim, Verdict verdict, String said, @Nullable String rule, List<Origin> evidence) {

    /// Copies.
    Judgement {
        evidence = List.copyOf(evidence);
    }

    static Judgement agrees(Claim claim, String said, Origin... evidence) {
        return new Judgement(claim, Verdict.AGREES, said, null, List.of(evidence));
    }

    static Judgement contradicted(Claim claim, String rule, String said, Origin... evidence) {
        return new Judgement(claim, Verdict.CONTRADICTED, said, rule, List.of(evidence));
    }

    static Judgement cannotTell(Claim claim, String why) {
        return new Judgement(claim, Verdict.CANNOT_TELL, why, null, List.of());
    }

    /// The same, for breaking another rule.
    Judgement of(String other) {
        return new Judgement(claim, verdict, said, other, evidence);
    }
}

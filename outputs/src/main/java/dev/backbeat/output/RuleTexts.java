package dev.backbeat.output;

import java.util.Optional;

/// The pages of rules.
@FunctionalInterface
public interface RuleTexts {

    /// What is said of a rule; empty where it has no page.
    Optional<RuleText> of(String rule);
}

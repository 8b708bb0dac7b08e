package dev.backbeat.mapping;

import dev.backbeat.code.Symbol;
import dev.backbeat.model.HandlerKey;
import java.util.List;
import java.util.Optional;

/// One way from a handler's name to a function.
interface Strategy {

    /// Stable, such as `document`.
    String id();

    /// What it finds; empty where it has nothing to say, so that the next one is asked. An attempt that found
    /// several functions, or none for a reason, ends the search: a weaker strategy would only guess.
    Optional<Attempt> attempt(HandlerKey handler, CodeVersions code);

    /// What a strategy found.
    ///
    /// @param found functions with the version they are of; exactly one where the strategy is sure
    /// @param confidence in percent, where there is exactly one
    /// @param reason what led there, or why there is none
    record Attempt(List<InVersion> found, int confidence, String reason) {

        /// Copies.
        public Attempt {
            found = List.copyOf(found);
        }
    }

    /// A function of one checkout.
    record InVersion(CodeVersion version, Symbol symbol) {}
}

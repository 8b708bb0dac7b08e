package dev.backbeat.mapping;

import dev.backbeat.code.Symbol;
import dev.backbeat.model.CodePlace;
import dev.backbeat.model.HandlerKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which function a handler is in one version of the code, or why that can't be told.
///
/// @param handler the handler
/// @param found the function; `null` where the mapping abstains
/// @param strategy how it was found, or which strategy had to abstain
/// @param confidence how sure it is, in percent; 0 where it abstains
/// @param reason what led there, or why it abstains; one sentence without a full stop
/// @param candidates the functions that could be meant where it abstains because there are several
public record HandlerMapping(
        HandlerKey handler,
        @Nullable Found found,
        String strategy,
        int confidence,
        String reason,
        List<CodePlace> candidates) {

    /// Copies.
    public HandlerMapping {
        candidates = List.copyOf(candidates);
    }

    /// A function and where it stands.
    public record Found(CodePlace place, Symbol symbol) {}
}

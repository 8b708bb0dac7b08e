package dev.backbeat.code.reach;

import dev.backbeat.code.Symbol;
import java.util.List;

/// A documented sequence as a way to its handlers.
///
/// @param sequence its id
/// @param document its document, within the checkout
/// @param line where it begins
/// @param mounted whether the document is loaded: an index names it, or there is no index
/// @param ran whether it ran in production
/// @param triggers topics and interactions that a manifest leads from to it
/// @param handlers the functions of its handlers
public record Flow(
        String sequence,
        String document,
        int line,
        boolean mounted,
        boolean ran,
        List<String> triggers,
        List<Symbol> handlers) {

    /// Copies.
    public Flow {
        triggers = List.copyOf(triggers);
        handlers = List.copyOf(handlers);
    }
}

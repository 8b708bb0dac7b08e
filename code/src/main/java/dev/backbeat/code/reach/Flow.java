package dev.backbeat.code.reach;

import dev.backbeat.code.Symbol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A documented sequence as a way to its handlers.
///
/// @param sequence its id
/// @param document its document, within the checkout
/// @param line where it begins
/// @param mounted whether the document is loaded: an index names it, or there is no index
/// @param ran whether it ran in production
/// @param outside the place of a manifest that lets people play it; `null` where none does: whether they do
///     only they know
/// @param triggers topics that a manifest leads from to it
/// @param handlers the functions of its handlers
public record Flow(
        String sequence,
        String document,
        int line,
        boolean mounted,
        boolean ran,
        @Nullable Way outside,
        List<String> triggers,
        List<Symbol> handlers) {

    /// Copies.
    public Flow {
        triggers = List.copyOf(triggers);
        handlers = List.copyOf(handlers);
    }
}

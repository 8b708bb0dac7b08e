package dev.backbeat.code.module;

import dev.backbeat.code.FileFacts;
import dev.backbeat.code.Symbol;
import java.util.List;

/// What a name means.
public sealed interface Meaning {

    /// A function.
    record OneFunction(Symbol symbol) implements Meaning {}

    /// An object, such as a map of handlers.
    record OneObject(String path, FileFacts.Binding binding) implements Meaning {}

    /// All that a module exports.
    record Namespace(String path) implements Meaning {}

    /// One of several; which one can't be told.
    record Several(List<Symbol> symbols) implements Meaning {

        /// Copies.
        public Several {
            symbols = List.copyOf(symbols);
        }
    }

    /// Nothing that could be found.
    ///
    /// @param reason why, in words that go on after "because"
    /// @param certain whether there is nothing; otherwise only running code, or code that is not here, could
    ///     tell
    record Nothing(String reason, boolean certain) implements Meaning {}
}

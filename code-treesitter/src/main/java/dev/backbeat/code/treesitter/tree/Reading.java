package dev.backbeat.code.treesitter.tree;

import dev.backbeat.code.treesitter.tree.Grammar.Symbols;

/// A way to have tree-sitter parse a text and to read its tree.
interface Reading {

    /// Parses and tells the builder of all nodes in order. Native memory is freed when it returns.
    void read(Symbols symbols, byte[] content, TreeBuilder builder);

    /// The fastest that the library allows on this platform.
    static Reading fastest() {
        return Fastest.READING;
    }

    /// Chosen once.
    final class Fastest {
        private static final Reading READING = DirectReading.isPossible() ? new DirectReading() : new BoundReading();

        private Fastest() {}
    }
}

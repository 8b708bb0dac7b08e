package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.treesitter.draft.Draft;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.token.Tokens;
import dev.backbeat.code.treesitter.tree.SyntaxTree;

/// A module that is being read.
///
/// @param draft what is known of it
/// @param scopes what is around the place that is being read
record Source(SyntaxTree tree, Expressions expressions, Tokens tokens, Scopes scopes, Draft draft) {

    Source(SyntaxTree tree) {
        this(tree, new Expressions(tree), Tokens.of(tree), new Scopes("", tree.size()), new Draft());
    }

    /// The line on which a node starts.
    int line(int node) {
        return tree.line(tree.start(node));
    }

    /// Whether a statement stands at the top level of the module, also exported or declared there.
    boolean isTopLevel(int statement) {
        int around = tree.parent(statement);
        while (tree.is(around, "export_statement")
                || tree.is(around, "ambient_declaration")
                || tree.is(around, SyntaxTree.ERROR)) {
            around = tree.parent(around);
        }
        return around <= 0;
    }
}

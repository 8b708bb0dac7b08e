package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.StateAccess;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.List;

/// Reads and writes of keys of the data handed from beat to beat.
final class StateKeys {

    static final String BATON = "baton";

    /// Marks the kept names that stand for the data itself.
    static final String HANDED = "=";

    private static final String PAYLOAD = "payload";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Scopes scopes;

    StateKeys(Source source) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.scopes = source.scopes();
    }

    /// Where a pattern takes `payload` out of something, it stands for the data from there on.
    static void keepPayload(Source source, int pattern) {
        SyntaxTree tree = source.tree();
        int shorthand = tree.firstChild(pattern);
        while (shorthand >= 0) {
            if (tree.is(shorthand, "shorthand_property_identifier_pattern") && tree.isText(shorthand, PAYLOAD)) {
                source.scopes().keep(HANDED + PAYLOAD);
            }
            shorthand = tree.next(shorthand);
        }
    }

    void access(int node) {
        if (tree.isLeaf(node)) {
            return;
        }
        int object = tree.namedFrom(tree.firstChild(node));
        int last = tree.lastNamed(node);
        if (object < 0 || object == last || !isData(object)) {
            return;
        }
        String key = tree.is(node, "subscript_expression") ? expressions.literal(last) : tree.text(last);
        if (key == null) {
            return;
        }
        int outer = node;
        while (isWrapped(outer)) {
            outer = tree.parent(outer);
        }
        int around = tree.parent(outer);
        boolean target = tree.namedFrom(tree.firstChild(around)) == outer;
        switch (tree.type(around)) {
            case "assignment_expression" -> add(key, target, last);
            case "augmented_assignment_expression" -> {
                add(key, false, last);
                if (target) {
                    add(key, true, last);
                }
            }
            case "update_expression" -> {
                add(key, false, last);
                add(key, true, last);
            }
            case "unary_expression" -> add(key, tree.is(tree.firstChild(around), "'delete"), last);
            default -> add(key, false, last);
        }
    }

    private boolean isWrapped(int node) {
        return switch (tree.type(tree.parent(node))) {
            case "parenthesized_expression", "as_expression", "non_null_expression", "satisfies_expression" ->
                tree.namedFrom(tree.firstChild(tree.parent(node))) == node;
            default -> false;
        };
    }

    /// Whether an expression is the data: `x.payload` of a parameter `x`, or a name for it.
    private boolean isData(int expression) {
        int node = expressions.unwrap(expression);
        if (tree.is(node, "identifier")) {
            return (tree.isText(node, PAYLOAD) || tree.isText(node, BATON)) && scopes.isKept(HANDED + tree.text(node));
        }
        if (!tree.is(node, "member_expression") || tree.isLeaf(node)) {
            return false;
        }
        int object = expressions.unwrap(tree.namedFrom(tree.firstChild(node)));
        return tree.isText(tree.lastNamed(node), PAYLOAD)
                && tree.is(object, "identifier")
                && scopes.isKept(tree.text(object));
    }

    private void add(String key, boolean write, int node) {
        StateAccess access = new StateAccess(key, write, scopes.current().function(), source.line(node));
        source.draft().add(access, tree.start(node));
    }

    /// `const { a, b } = ctx.payload` reads, `const payload = ctx.payload` gives the data a name.
    void variable(int name, int value) {
        int data = orElse(value);
        if (tree.is(name, "identifier")) {
            if ((tree.isText(name, PAYLOAD) || tree.isText(name, BATON)) && isData(data)) {
                scopes.keep(HANDED + tree.text(name));
            }
        } else if (tree.is(name, "object_pattern")) {
            if (isData(data)) {
                readKeys(name);
            } else if (tree.is(data, "identifier") && scopes.isKept(tree.text(data))) {
                keepPayload(source, name);
            }
        }
    }

    /// Of `a ?? b` and `a || b` the `a`.
    private int orElse(int value) {
        int node = expressions.unwrap(value);
        return tree.is(node, "binary_expression") && !tree.isLeaf(node)
                ? expressions.unwrap(tree.namedFrom(tree.firstChild(node)))
                : node;
    }

    private void readKeys(int pattern) {
        for (int child = tree.firstChild(pattern); child >= 0; child = tree.next(child)) {
            switch (tree.type(child)) {
                case "shorthand_property_identifier_pattern" -> add(tree.text(child), false, child);
                case "pair_pattern", "object_assignment_pattern" -> {
                    int key = tree.namedFrom(tree.firstChild(child));
                    add(expressions.key(key), false, key);
                }
                default -> {}
            }
        }
    }

    /// `({ a } = ctx.payload)` reads, `ctx.payload = { a }` writes.
    void assignment(int left, int value) {
        if (tree.is(left, "object_pattern") && isData(orElse(value))) {
            readKeys(left);
        } else if (tree.is(left, "member_expression") && isData(left)) {
            writeKeys(expressions.unwrap(value));
        }
    }

    private void writeKeys(int object) {
        if (!tree.is(object, "object")) {
            return;
        }
        for (int child = tree.firstChild(object); child >= 0; child = tree.next(child)) {
            int key = keyOf(child);
            if (key >= 0) {
                add(expressions.key(key), true, key);
            }
        }
    }

    private int keyOf(int entry) {
        return switch (tree.type(entry)) {
            case "shorthand_property_identifier" -> entry;
            case "pair", "method_definition" -> tree.namedFrom(tree.firstChild(entry));
            default -> SyntaxTree.NONE;
        };
    }

    /// `Object.assign(ctx.payload, { a })` writes.
    void call(int call) {
        if (!tree.isText(tree.firstChild(call), "Object.assign")) {
            return;
        }
        List<Integer> arguments = expressions.arguments(call);
        if (!arguments.isEmpty() && isData(arguments.getFirst())) {
            arguments.stream().skip(1).map(expressions::unwrap).forEach(this::writeKeys);
        }
    }
}

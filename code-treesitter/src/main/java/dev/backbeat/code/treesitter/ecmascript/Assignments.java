package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Assignments: the functions, classes and objects that they name, and exports by CommonJS.
final class Assignments {

    private static final String ALL = "*";
    private static final String DEFAULT = "default";
    private static final String EXPORTS = "exports";
    private static final String MODULE_EXPORTS = "module.exports";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Functions functions;
    private final Objects objects;
    private final StateKeys stateKeys;
    private final CompiledExports compiled;

    Assignments(Source source, Functions functions, Objects objects, StateKeys stateKeys) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.functions = functions;
        this.objects = objects;
        this.stateKeys = stateKeys;
        this.compiled = new CompiledExports(source, functions);
    }

    void assignment(int assignment) {
        int left = tree.namedFrom(tree.firstChild(assignment));
        int value = tree.namedAfter(assignment, "=");
        if (left < 0 || value < 0) {
            return;
        }
        stateKeys.assignment(left, value);
        int assigned = last(value);
        String chain = chain(left);
        if (chain == null) {
            return;
        }
        String exported = source.scopes().current().inFunction() ? null : exported(chain);
        if (exported == null) {
            String name = chain.startsWith("this.") ? chain.substring("this.".length()) : chain;
            boolean variable = tree.is(left, "identifier");
            name(assigned, new Functions.Name(name, nameStart(left), false, variable));
        } else if (!isAnnotation(assignment)) {
            export(exported, assigned, left);
        }
    }

    /// Of `a = b = c` the `c`.
    private int last(int value) {
        int node = expressions.unwrap(value);
        while (tree.is(node, "assignment_expression")) {
            int next = tree.namedAfter(node, "=");
            if (next < 0) {
                return node;
            }
            node = expressions.unwrap(next);
        }
        return node;
    }

    private @Nullable String chain(int left) {
        if (!tree.is(left, "subscript_expression") || tree.isLeaf(left)) {
            return expressions.chain(left);
        }
        String object = expressions.chain(tree.namedFrom(tree.firstChild(left)));
        String key = expressions.literal(tree.lastNamed(left));
        return object == null || key == null ? null : object + "." + key;
    }

    private int nameStart(int left) {
        if (tree.is(left, "identifier") || tree.isLeaf(left)) {
            return tree.start(left);
        }
        return tree.start(tree.lastNamed(left));
    }

    /// What is exported by an assignment to this: `*` for all; `null` where it is no export.
    private static @Nullable String exported(String chain) {
        if (chain.equals(EXPORTS) || chain.equals(MODULE_EXPORTS)) {
            return ALL;
        }
        String after = chain.startsWith(EXPORTS + ".")
                ? chain.substring(EXPORTS.length() + 1)
                : chain.startsWith(MODULE_EXPORTS + ".") ? chain.substring(MODULE_EXPORTS.length() + 1) : "";
        return after.isEmpty() || after.indexOf('.') >= 0 ? null : after;
    }

    /// `0 && (module.exports = { … })` tells tools what is exported, and does nothing.
    private boolean isAnnotation(int assignment) {
        int around = tree.parent(assignment);
        while (tree.is(around, "parenthesized_expression")) {
            around = tree.parent(around);
        }
        return tree.is(around, "binary_expression") && tree.is(tree.firstChild(around), "number");
    }

    private void name(int value, Functions.Name name) {
        if (expressions.isFunction(value) || tree.is(value, "object") || tree.is(value, "class")) {
            functions.name(value, name);
        }
    }

    private void export(String exported, int value, int left) {
        int line = source.line(left);
        String chain = expressions.chain(value);
        String specifier = compiled.required(value);
        if (chain != null) {
            add(exported, chain, null, line);
        } else if (specifier != null) {
            add(exported, ALL, specifier, line);
        } else if (compiled.isCollected(value)) {
            compiled.exportCollected(value);
        } else if (!tree.is(value, "unary_expression")) {
            // `exports.a = void 0` only announces that it will be assigned.
            String local = exported.equals(ALL) ? DEFAULT : exported;
            add(exported, local, null, line);
            name(value, new Functions.Name(local, nameStart(left), true, false));
            if (tree.is(value, "object")) {
                source.draft().add(objects.binding(local, value, line));
            }
        }
    }

    private void add(String exported, String local, @Nullable String specifier, int line) {
        source.draft().add(new Export(exported, local, specifier, false, line));
    }

    /// Calls that compilers export with.
    void call(int call) {
        if (!source.scopes().current().inFunction()) {
            List<Integer> arguments = expressions.arguments(call);
            if (!arguments.isEmpty()) {
                compiled.call(call, arguments);
            }
        }
    }
}

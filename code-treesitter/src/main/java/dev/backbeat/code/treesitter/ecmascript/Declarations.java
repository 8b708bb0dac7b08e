package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Variables: the functions, classes and objects that they name, and at the top level what they stand for.
final class Declarations {

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Functions functions;
    private final Objects objects;
    private final Imports imports;
    private final StateKeys stateKeys;

    Declarations(Source source, Functions functions, Objects objects, Imports imports, StateKeys stateKeys) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.functions = functions;
        this.objects = objects;
        this.imports = imports;
        this.stateKeys = stateKeys;
    }

    void declarator(int declarator) {
        int name = tree.namedFrom(tree.firstChild(declarator));
        int value = tree.namedAfter(declarator, "=");
        if (name < 0 || value < 0) {
            return;
        }
        int unwrapped = expressions.unwrap(value);
        if (imports.variable(name, value)) {
            return;
        }
        stateKeys.variable(name, value);
        boolean topLevel = source.isTopLevel(tree.parent(declarator));
        if (tree.is(name, "identifier")) {
            named(name, unwrapped, topLevel);
        } else if (topLevel && tree.is(name, "object_pattern")) {
            String chain = expressions.chain(unwrapped);
            if (chain != null) {
                pattern(name, chain);
            }
        }
    }

    private void named(int name, int value, boolean topLevel) {
        String local = tree.text(name);
        boolean object = tree.is(value, "object");
        if (object || expressions.isFunction(value) || tree.is(value, "class")) {
            functions.name(value, new Functions.Name(local, tree.start(name), topLevel, true));
        }
        if (!topLevel) {
            return;
        }
        if (object) {
            source.draft().add(objects.binding(local, value, source.line(name)));
            return;
        }
        String text = expressions.constant(value);
        if (text != null) {
            Entry whole = new Entry("", EntryKind.TEXT, text, source.line(name));
            source.draft().add(new Binding(local, null, List.of(whole), source.line(name)));
            return;
        }
        String chain = expressions.chain(value);
        if (chain != null) {
            source.draft().add(alias(local, chain, name));
        }
    }

    private Binding alias(String local, String chain, int name) {
        return new Binding(local, chain, List.of(), source.line(name));
    }

    /// `const { a, b: c } = d` gives `a` for `d.a` and `c` for `d.b`.
    private void pattern(int pattern, String chain) {
        for (int child = tree.firstChild(pattern); child >= 0; child = tree.next(child)) {
            String key = key(child);
            if (key != null) {
                int local = tree.is(child, "pair_pattern") ? tree.lastNamed(child) : child;
                source.draft().add(alias(tree.text(local), chain + "." + key, local));
            }
        }
    }

    private @Nullable String key(int entry) {
        if (tree.is(entry, "shorthand_property_identifier_pattern")) {
            return tree.text(entry);
        }
        if (tree.is(entry, "pair_pattern") && tree.is(tree.lastNamed(entry), "identifier")) {
            return expressions.key(tree.namedFrom(tree.firstChild(entry)));
        }
        return null;
    }

    /// `import a = b.c`.
    void alias(int alias) {
        int name = tree.child(alias, "identifier");
        String chain = expressions.chain(tree.namedAfter(alias, "="));
        if (name >= 0 && chain != null && source.isTopLevel(alias)) {
            source.draft().add(alias(tree.text(name), chain, name));
        }
    }
}

package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/// The entries of objects.
final class Objects {

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Functions functions;

    Objects(Source source, Functions functions) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.functions = functions;
    }

    /// The binding of a name at the top level to an object.
    Binding binding(String local, int object, int line) {
        List<Entry> entries = new ArrayList<>();
        for (int child = tree.firstChild(object); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                entry(local, child, entries);
            }
        }
        return new Binding(local, null, entries, line);
    }

    private void entry(String local, int node, List<Entry> entries) {
        int line = source.line(node);
        switch (tree.type(node)) {
            case "shorthand_property_identifier" -> {
                String name = tree.text(node);
                entries.add(new Entry(name, EntryKind.REFERENCE, name, line));
            }
            case "pair" -> {
                String key = expressions.key(tree.namedFrom(tree.firstChild(node)));
                entries.add(value(local, key, tree.namedAfter(node, ":"), line));
            }
            case "method_definition" -> {
                int name = functions.method(node);
                boolean accessor = tree.child(node, "'get") >= 0 || tree.child(node, "'set") >= 0;
                if (name >= 0) {
                    String key = expressions.key(name);
                    entries.add(
                            accessor
                                    ? new Entry(key, EntryKind.OTHER, "", source.line(name))
                                    : new Entry(key, EntryKind.FUNCTION, local + "." + key, source.line(name)));
                }
            }
            case "spread_element" -> {
                String chain = expressions.chain(expressions.unwrap(tree.lastNamed(node)));
                entries.add(new Entry("*", EntryKind.SPREAD, chain == null ? "" : chain, line));
            }
            default -> {
                // A stretch that could not be parsed.
            }
        }
    }

    private Entry value(String local, String key, int value, int line) {
        int unwrapped = value < 0 ? value : expressions.unwrap(value);
        if (expressions.isFunction(unwrapped)) {
            return new Entry(key, EntryKind.FUNCTION, local + "." + key, line);
        }
        String text = expressions.constant(unwrapped);
        if (text != null) {
            return new Entry(key, EntryKind.TEXT, text, line);
        }
        String chain = expressions.chain(unwrapped);
        return chain == null
                ? new Entry(key, EntryKind.OTHER, "", line)
                : new Entry(key, EntryKind.REFERENCE, chain, line);
    }
}

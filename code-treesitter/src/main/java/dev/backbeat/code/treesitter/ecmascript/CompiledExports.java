package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Binding;
import dev.backbeat.code.FileFacts.Entry;
import dev.backbeat.code.FileFacts.EntryKind;
import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Exports as compilers and bundlers write them.
final class CompiledExports {

    private static final String ALL = "*";
    private static final String EXPORTS = "exports";
    private static final String MODULE_EXPORTS = "module.exports";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Functions functions;
    private final Map<String, List<Entry>> collected = new HashMap<>();

    CompiledExports(Source source, Functions functions) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.functions = functions;
    }

    void call(int call, List<Integer> arguments) {
        String callee = expressions.chain(tree.namedFrom(tree.firstChild(call)));
        if (callee == null) {
            return;
        }
        switch (Expressions.last(callee)) {
            case "defineProperty" -> defined(call, arguments);
            case "__exportStar" -> all(call, arguments.getFirst());
            case "__reExport" -> all(call, arguments.get(Math.min(1, arguments.size() - 1)));
            case "__export" -> collect(call, arguments);
            default -> {}
        }
    }

    /// The module that a value loads with `require`; `null` where it does not.
    @Nullable
    String required(int value) {
        if (!tree.is(value, "call_expression") || !tree.isText(tree.firstChild(value), "require")) {
            return null;
        }
        List<Integer> arguments = expressions.arguments(value);
        return arguments.isEmpty() ? null : expressions.literal(arguments.getFirst());
    }

    private void all(int call, int module) {
        String specifier = required(module);
        if (specifier != null) {
            source.draft().add(new Export(ALL, ALL, specifier, false, source.line(call)));
        }
    }

    /// `Object.defineProperty(exports, "a", { enumerable: true, get: function () { return b.c; } })`.
    private void defined(int call, List<Integer> arguments) {
        if (arguments.size() < 3 || !isExports(arguments.getFirst())) {
            return;
        }
        String name = expressions.literal(arguments.get(1));
        int description = arguments.get(2);
        for (int child = tree.firstChild(description); child >= 0; child = tree.next(child)) {
            int key = tree.is(child, "pair") ? tree.namedFrom(tree.firstChild(child)) : SyntaxTree.NONE;
            if (name != null && key >= 0 && tree.isText(key, "get")) {
                String chain = returned(expressions.unwrap(tree.namedAfter(child, ":")));
                if (chain != null) {
                    functions.leaveOut(expressions.unwrap(tree.namedAfter(child, ":")));
                    source.draft().add(new Export(name, chain, null, false, source.line(call)));
                }
            }
        }
    }

    private boolean isExports(int expression) {
        String chain = expressions.chain(expression);
        return chain != null && (chain.equals(EXPORTS) || chain.equals(MODULE_EXPORTS));
    }

    /// The name that a function without parameters gives back; `null` where it gives something else.
    private @Nullable String returned(int function) {
        if (!expressions.isFunction(function)) {
            return null;
        }
        int body = tree.lastNamed(function);
        if (!tree.is(body, "statement_block")) {
            return expressions.chain(expressions.unwrap(body));
        }
        int statement = tree.namedFrom(tree.firstChild(body));
        if (!tree.is(statement, "return_statement")) {
            return null;
        }
        if (tree.isLeaf(statement)) {
            String text = tree.text(statement).replaceFirst("^return\\s+([\\w$.]+)\\s*;?$", "$1");
            return text.matches("[\\w$.]+") ? text : null;
        }
        int value = tree.lastNamed(statement);
        return value < 0 ? null : expressions.chain(value);
    }

    /// `__export(x, { a: () => b })`: `x` is what the module exports, or a part of it.
    private void collect(int call, List<Integer> arguments) {
        String target = expressions.chain(arguments.getFirst());
        if (target == null || arguments.size() < 2 || !tree.is(arguments.get(1), "object")) {
            return;
        }
        List<Entry> entries = new ArrayList<>();
        int object = arguments.get(1);
        for (int child = tree.firstChild(object); child >= 0; child = tree.next(child)) {
            if (tree.is(child, "pair")) {
                int value = expressions.unwrap(tree.namedAfter(child, ":"));
                String chain = value < 0 ? null : returned(value);
                if (chain != null) {
                    String key = expressions.key(tree.namedFrom(tree.firstChild(child)));
                    entries.add(new Entry(key, EntryKind.REFERENCE, chain, source.line(child)));
                    functions.leaveOut(value);
                }
            }
        }
        collected.put(target, entries);
        if (isExports(arguments.getFirst())) {
            export(entries);
        } else {
            source.draft().fill(new Binding(target, null, entries, source.line(call)));
        }
    }

    /// Whether a value is `__toCommonJS(x)`, with an `x` that was collected.
    boolean isCollected(int value) {
        return collected(value) != null;
    }

    void exportCollected(int value) {
        List<Entry> entries = collected(value);
        if (entries != null) {
            export(entries);
        }
    }

    private @Nullable List<Entry> collected(int value) {
        if (!tree.is(value, "call_expression") || !tree.isText(tree.firstChild(value), "__toCommonJS")) {
            return null;
        }
        List<Integer> arguments = expressions.arguments(value);
        String name = arguments.isEmpty() ? null : expressions.chain(arguments.getFirst());
        return name == null ? null : collected.get(name);
    }

    private void export(List<Entry> entries) {
        for (Entry entry : entries) {
            source.draft().add(new Export(entry.key(), entry.target(), null, false, entry.line()));
        }
    }
}

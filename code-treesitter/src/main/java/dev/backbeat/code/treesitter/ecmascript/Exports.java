package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Export;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import org.jspecify.annotations.Nullable;

/// Export statements.
final class Exports {

    private static final String ALL = "*";
    private static final String DEFAULT = "default";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Functions functions;
    private final Objects objects;

    Exports(Source source, Functions functions, Objects objects) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.functions = functions;
        this.objects = objects;
    }

    void statement(int statement) {
        if (!source.isTopLevel(statement)) {
            // Of a namespace, not of the module.
            return;
        }
        boolean typeOnly = tree.child(statement, "'type") >= 0;
        String specifier = expressions.literal(tree.child(statement, "string"));
        for (int child = tree.firstChild(statement); child >= 0; child = tree.next(child)) {
            switch (tree.type(child)) {
                case ALL -> add(ALL, ALL, specifier, typeOnly, statement);
                case "namespace_export" -> {
                    int name = tree.lastNamed(child);
                    add(name < 0 ? ALL : expressions.key(name), ALL, specifier, typeOnly, child);
                }
                case "export_clause" -> clause(child, specifier, typeOnly);
                case "'default" -> value(DEFAULT, tree.namedFrom(tree.next(child)), child);
                case "=" -> value(ALL, tree.namedFrom(tree.next(child)), child);
                default -> {
                    if (tree.child(statement, "'default") < 0 && tree.isNamed(child)) {
                        declaration(child, false);
                    }
                }
            }
        }
    }

    private void add(String exported, String local, @Nullable String specifier, boolean typeOnly, int node) {
        source.draft().add(new Export(exported, local, specifier, typeOnly, source.line(node)));
    }

    private void clause(int clause, @Nullable String specifier, boolean typeOnly) {
        for (int child = tree.firstChild(clause); child >= 0; child = tree.next(child)) {
            if (tree.is(child, "export_specifier")) {
                int name = tree.namedFrom(tree.firstChild(child));
                if (name < 0) {
                    // `default` is a keyword, unlike other names.
                    name = tree.child(child, "'default");
                }
                int alias = tree.lastNamed(child);
                if (tree.child(child, "'as") >= 0 && tree.next(tree.child(child, "'as")) >= 0) {
                    alias = tree.next(tree.child(child, "'as"));
                }
                if (name >= 0) {
                    String local = expressions.key(name);
                    String exported = alias < 0 ? local : expressions.key(alias);
                    add(exported, local, specifier, typeOnly || tree.child(child, "'type") >= 0, child);
                }
            }
        }
    }

    /// What `export default` or `export =` gives.
    private void value(String exported, int value, int at) {
        if (value < 0) {
            return;
        }
        int unwrapped = expressions.unwrap(value);
        String chain = expressions.chain(unwrapped);
        if (chain != null) {
            add(exported, chain, null, false, at);
            return;
        }
        int name = nameOf(unwrapped);
        if (name >= 0) {
            boolean erased = tree.is(unwrapped, "interface_declaration");
            add(exported, tree.text(name), null, erased, at);
            return;
        }
        add(exported, DEFAULT, null, false, at);
        functions.name(unwrapped, new Functions.Name(DEFAULT, tree.start(at), true, false));
        if (tree.is(unwrapped, "object")) {
            source.draft().add(objects.binding(DEFAULT, unwrapped, source.line(unwrapped)));
        }
    }

    /// The name that a function or a class has of its own.
    private int nameOf(int value) {
        return switch (tree.type(value)) {
            case "function_declaration",
                    "generator_function_declaration",
                    "function_expression",
                    "generator_function",
                    "function_signature",
                    "class",
                    "class_declaration",
                    "abstract_class_declaration",
                    "interface_declaration" -> {
                int name = tree.child(value, "type_identifier");
                yield name >= 0 ? name : tree.child(value, "identifier");
            }
            default -> SyntaxTree.NONE;
        };
    }

    private void declaration(int declaration, boolean ambient) {
        switch (tree.type(declaration)) {
            case "lexical_declaration", "variable_declaration" -> variables(declaration);
            case "interface_declaration", "type_alias_declaration" -> declared(declaration, true);
            case "function_declaration",
                    "generator_function_declaration",
                    "class_declaration",
                    "abstract_class_declaration",
                    "enum_declaration",
                    "internal_module",
                    "module",
                    "import_alias" -> declared(declaration, false);
            case "function_signature" -> {
                // Of an overload the implementation is exported; in a declaration there is none.
                if (ambient || tree.parent(tree.parent(declaration)) < 0 && !isOverload(declaration)) {
                    declared(declaration, false);
                }
            }
            case "ambient_declaration" -> {
                int inner = tree.namedFrom(tree.firstChild(declaration));
                if (inner >= 0) {
                    declaration(inner, true);
                }
            }
            default -> {
                // A decorator, or a module's name.
            }
        }
    }

    /// Whether another declaration of the same function follows.
    private boolean isOverload(int signature) {
        int name = nameOf(signature);
        int following = tree.next(tree.parent(signature));
        int other = following < 0 ? following : tree.namedFrom(tree.firstChild(following));
        return name >= 0
                && other >= 0
                && nameOf(other) >= 0
                && tree.text(nameOf(other)).equals(tree.text(name));
    }

    private void declared(int declaration, boolean typeOnly) {
        for (int child = tree.firstChild(declaration); child >= 0; child = tree.next(child)) {
            switch (tree.type(child)) {
                case "identifier", "type_identifier" -> {
                    String name = tree.text(child);
                    add(name, name, null, typeOnly, child);
                    return;
                }
                default -> {}
            }
        }
    }

    private void variables(int declaration) {
        for (int child = tree.firstChild(declaration); child >= 0; child = tree.next(child)) {
            if (tree.is(child, "variable_declarator")) {
                int pattern = tree.namedFrom(tree.firstChild(child));
                if (pattern >= 0) {
                    for (int name : expressions.names(pattern)) {
                        add(tree.text(name), tree.text(name), null, false, name);
                    }
                }
            }
        }
    }
}

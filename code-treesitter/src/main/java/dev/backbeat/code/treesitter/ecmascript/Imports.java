package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Import;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a module takes from others: import statements, `require` and dynamic imports.
final class Imports {

    private static final String ALL = "*";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Set<Integer> told = new HashSet<>();

    /// Another module as a value.
    ///
    /// @param call the call that loads it
    /// @param imported what of it is taken
    private record Loaded(int call, String specifier, String imported, boolean dynamic) {}

    Imports(Source source) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
    }

    void statement(int statement) {
        boolean typeOnly = tree.child(statement, "'type") >= 0;
        int equals = tree.child(statement, "import_require_clause");
        String specifier = expressions.literal(tree.child(equals >= 0 ? equals : statement, "string"));
        if (specifier == null) {
            return;
        }
        if (equals >= 0) {
            int name = tree.child(equals, "identifier");
            add(specifier, ALL, name < 0 ? "" : tree.text(name), typeOnly, equals);
            return;
        }
        int clause = tree.child(statement, "import_clause");
        if (clause < 0) {
            add(specifier, "", "", typeOnly, statement);
            return;
        }
        for (int child = tree.firstChild(clause); child >= 0; child = tree.next(child)) {
            switch (tree.type(child)) {
                case "identifier" -> add(specifier, "default", tree.text(child), typeOnly, child);
                case "namespace_import" -> {
                    int name = tree.lastNamed(child);
                    add(specifier, ALL, name < 0 ? "" : tree.text(name), typeOnly, child);
                }
                case "named_imports" -> named(specifier, child, typeOnly);
                default -> {}
            }
        }
    }

    private void named(String specifier, int imports, boolean typeOnly) {
        for (int child = tree.firstChild(imports); child >= 0; child = tree.next(child)) {
            if (tree.is(child, "import_specifier")) {
                int name = tree.namedFrom(tree.firstChild(child));
                int alias = tree.lastNamed(child);
                if (name >= 0) {
                    boolean erased = typeOnly || tree.child(child, "'type") >= 0;
                    add(specifier, expressions.key(name), tree.text(alias), erased, child);
                }
            }
        }
    }

    private void add(String specifier, String imported, String local, boolean typeOnly, int node) {
        source.draft().add(new Import(specifier, imported, local, typeOnly, false, source.line(node)));
    }

    /// Whether a variable stands for another module or something of it; then that is an import.
    boolean variable(int pattern, int value) {
        Loaded loaded = loaded(value);
        if (loaded == null) {
            return false;
        }
        if (tree.is(pattern, "identifier")) {
            told.add(loaded.call());
            add(loaded, loaded.imported(), tree.text(pattern), pattern);
            return true;
        }
        if (!tree.is(pattern, "object_pattern") || !loaded.imported().equals(ALL)) {
            return false;
        }
        told.add(loaded.call());
        for (int child = tree.firstChild(pattern); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                List<Integer> names = expressions.names(child);
                String key = key(child);
                if (names.size() == 1 && key != null) {
                    add(loaded, key, tree.text(names.getFirst()), child);
                }
            }
        }
        return true;
    }

    /// The key that an entry of a pattern takes; `*` for the rest.
    private @Nullable String key(int entry) {
        return switch (tree.type(entry)) {
            case "pair_pattern" -> expressions.key(tree.namedFrom(tree.firstChild(entry)));
            case "shorthand_property_identifier_pattern" -> tree.text(entry);
            case "object_assignment_pattern" -> tree.text(tree.namedFrom(tree.firstChild(entry)));
            case "rest_pattern" -> ALL;
            default -> null;
        };
    }

    private void add(Loaded loaded, String imported, String local, int node) {
        source.draft().add(new Import(loaded.specifier(), imported, local, false, loaded.dynamic(), source.line(node)));
    }

    private @Nullable Loaded loaded(int value) {
        int node = expressions.unwrap(value);
        if (tree.is(node, "member_expression") && !tree.isLeaf(node)) {
            Loaded module = module(tree.namedFrom(tree.firstChild(node)));
            String member = tree.text(tree.lastNamed(node));
            return module == null ? null : new Loaded(module.call(), module.specifier(), member, module.dynamic());
        }
        return module(node);
    }

    private @Nullable Loaded module(int expression) {
        int node = expressions.unwrap(expression);
        if (tree.is(node, "await_expression")) {
            node = expressions.unwrap(tree.lastNamed(node));
        }
        if (!tree.is(node, "call_expression")) {
            return null;
        }
        List<Integer> arguments = expressions.arguments(node);
        int callee = tree.namedFrom(tree.firstChild(node));
        if (arguments.isEmpty()) {
            return null;
        }
        String specifier = expressions.literal(arguments.getFirst());
        if (specifier != null && isLoading(callee)) {
            return new Loaded(node, specifier, ALL, tree.is(callee, "import"));
        }
        // What compilers put around it: `__importDefault(require("m"))`.
        boolean wrapped = callee >= 0 && tree.at(tree.start(callee)) == '_' && tree.is(callee, "identifier");
        int inner = arguments.getFirst();
        if (wrapped && tree.is(inner, "call_expression")) {
            String loaded = specifier(inner);
            return loaded == null ? null : new Loaded(inner, loaded, ALL, false);
        }
        return null;
    }

    /// The module that a call of `require` loads; `null` for other calls.
    @Nullable
    String specifier(int call) {
        if (!tree.is(call, "call_expression") || !isLoading(tree.firstChild(call))) {
            return null;
        }
        List<Integer> arguments = expressions.arguments(call);
        return arguments.isEmpty() ? null : expressions.literal(arguments.getFirst());
    }

    private boolean isLoading(int callee) {
        return tree.is(callee, "import") || tree.is(callee, "identifier") && tree.isText(callee, "require");
    }

    /// A module that is loaded where no variable takes it.
    void call(int call) {
        if (isLoading(tree.firstChild(call)) && !told.contains(call)) {
            String specifier = specifier(call);
            if (specifier != null) {
                boolean dynamic = tree.is(tree.firstChild(call), "import");
                add(new Loaded(call, specifier, ALL, dynamic), ALL, "", call);
            }
        }
    }
}

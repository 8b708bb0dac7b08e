package dev.backbeat.code.treesitter.language.java;

import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.FileFacts.TestCase;
import dev.backbeat.code.treesitter.draft.Draft;
import dev.backbeat.code.treesitter.draft.Scope;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.token.Fingerprint;
import dev.backbeat.code.treesitter.token.OwnName;
import dev.backbeat.code.treesitter.token.Tokens;
import dev.backbeat.code.treesitter.token.Tokens.Range;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Methods, constructors, and lambdas that have a name.
final class Methods {

    private static final Set<String> TESTS =
            Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate", "Property", "Example");
    private static final String TITLES = " › ";

    private final SyntaxTree tree;
    private final Scopes scopes;
    private final Draft draft;
    private final Topics topics;
    private final Tokens tokens;
    private final Map<Integer, Integer> names = new HashMap<>();

    Methods(SyntaxTree tree, Scopes scopes, Draft draft, Topics topics) {
        this.tree = tree;
        this.scopes = scopes;
        this.draft = draft;
        this.topics = topics;
        this.tokens = Tokens.of(tree);
    }

    /// A declared method or constructor. Without a body it is none.
    void declared(int declaration) {
        int name = tree.child(declaration, "identifier");
        int body = body(declaration);
        if (tree.text(name).isEmpty() || body < 0) {
            return;
        }
        String text = tree.text(name);
        boolean method = tree.is(declaration, "method_declaration");
        int list = tree.is(declaration, "compact_constructor_declaration")
                ? tree.child(tree.parent(tree.parent(declaration)), "formal_parameters")
                : tree.child(declaration, "formal_parameters");
        OwnName own = new OwnName(text, true, true, scopes.owner());
        List<Integer> annotations = annotations(declaration);
        String function = scopes.qualified(text);
        topics.listener(annotations, list, function);
        if (method && annotations.stream().anyMatch(one -> TESTS.contains(Topics.simpleName(tree, one)))) {
            List<String> titles = new ArrayList<>(scopes.names(Scope.Kind.TYPE));
            titles.add(text);
            draft.add(new TestCase(String.join(TITLES, titles), tree.line(tree.start(name))));
        }
        FunctionKind kind = method ? FunctionKind.METHOD : FunctionKind.CONSTRUCTOR;
        add(declaration, name, kind, list, body, own);
    }

    private int body(int declaration) {
        int body = tree.child(declaration, "block");
        return body >= 0 ? body : tree.child(declaration, "constructor_body");
    }

    private List<Integer> annotations(int declaration) {
        List<Integer> found = new ArrayList<>();
        int modifiers = tree.child(declaration, "modifiers");
        int child = modifiers < 0 ? SyntaxTree.NONE : tree.firstChild(modifiers);
        while (child >= 0) {
            if (tree.type(child).endsWith("annotation")) {
                found.add(child);
            }
            child = tree.next(child);
        }
        return found;
    }

    /// A variable or a field names the lambda that it is given.
    void variable(int declarator) {
        int name = tree.child(declarator, "identifier");
        int value = tree.namedAfter(declarator, "=");
        if (name >= 0 && tree.is(value, "lambda_expression")) {
            names.put(value, name);
        }
    }

    /// An assignment, too.
    void assigned(int assignment) {
        int value = tree.namedAfter(assignment, "=");
        int left = tree.firstChild(assignment);
        if (tree.is(value, "lambda_expression") && !tree.is(left, "array_access")) {
            names.put(value, tree.isLeaf(left) ? left : tree.lastNamed(left));
        }
    }

    void lambda(int lambda) {
        Integer name = names.remove(lambda);
        if (name == null) {
            scopes.enterFunction("", null, tree.after(lambda));
            return;
        }
        int list = tree.namedFrom(tree.firstChild(lambda));
        add(lambda, name, FunctionKind.ARROW, list, tree.namedAfter(lambda, "->"), OwnName.NONE);
    }

    private void add(int node, int name, FunctionKind kind, int list, int body, OwnName own) {
        String text = tree.text(name);
        String last = text.substring(text.lastIndexOf('.') + 1);
        if (last.isEmpty() || scopes.isTooDeep()) {
            scopes.enterFunction("", null, tree.after(node));
            return;
        }
        String qualified = scopes.qualified(last);
        boolean topLevel = kind == FunctionKind.METHOD && tree.parent(node) <= 0;
        Fingerprint fingerprint = tokens.fingerprint(Range.of(tree, list), Range.of(tree, body), own);
        draft.add(new Function(
                last,
                qualified,
                kind,
                tree.line(tree.start(name)),
                tree.lastLine(node),
                topLevel,
                parameters(list),
                fingerprint.hash(),
                fingerprint.shingles()));
        scopes.enterFunction(last, qualified, tree.after(node));
    }

    private List<String> parameters(int list) {
        List<String> found = new ArrayList<>();
        if (tree.is(list, "identifier")) {
            found.add(tree.text(list));
            return found;
        }
        for (int child = list < 0 ? list : tree.firstChild(list); child >= 0; child = tree.next(child)) {
            int name = switch (tree.type(child)) {
                case "identifier", "underscore_pattern" -> child;
                case "formal_parameter" -> last(child);
                case "spread_parameter" -> {
                    int declarator = tree.child(child, "variable_declarator");
                    yield declarator < 0 ? last(child) : tree.firstChild(declarator);
                }
                default -> SyntaxTree.NONE;
            };
            if (name >= 0) {
                found.add(tree.text(name));
            }
        }
        return found;
    }

    /// The name of a parameter: the last one, for its type may be a name, too.
    private int last(int parameter) {
        int name = SyntaxTree.NONE;
        for (int child = tree.firstChild(parameter); child >= 0; child = tree.next(child)) {
            if (tree.is(child, "identifier") || tree.is(child, "underscore_pattern")) {
                name = child;
            }
        }
        return name;
    }
}

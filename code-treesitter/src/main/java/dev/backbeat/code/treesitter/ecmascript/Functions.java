package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Function;
import dev.backbeat.code.FileFacts.FunctionKind;
import dev.backbeat.code.treesitter.draft.Scope;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.token.Fingerprint;
import dev.backbeat.code.treesitter.token.OwnName;
import dev.backbeat.code.treesitter.token.Tokens.Range;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Functions, and what gives them their names.
final class Functions {

    private static final int LONGEST_PARAMETER = 80;
    private static final String CONSTRUCTOR = "constructor";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;
    private final Scopes scopes;
    private final Map<Integer, Name> names = new HashMap<>();

    /// What something is named after.
    ///
    /// @param text its part of qualified names, such as `createNode` or `Cart.prototype.add`; empty where it
    ///     has none
    /// @param offset where the name stands
    /// @param topLevel whether it can be meant by that name at the top level
    /// @param variable whether it can be meant by that name by itself, within itself
    record Name(String text, int offset, boolean topLevel, boolean variable) {}

    Functions(Source source) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
        this.scopes = source.scopes();
    }

    /// Says what a function, a class or an object that is yet to be read is named after.
    void name(int node, Name name) {
        names.put(node, name);
    }

    /// Says that nothing is named after a function, though it may look so.
    void leaveOut(int node) {
        names.put(node, new Name("", tree.start(node), false, false));
    }

    void pair(int pair) {
        int key = tree.namedFrom(tree.firstChild(pair));
        nameMember(key, tree.namedAfter(pair, ":"));
    }

    void field(int field) {
        int value = tree.namedAfter(field, "=");
        if (value < 0) {
            return;
        }
        int key = SyntaxTree.NONE;
        for (int child = tree.firstChild(field); child >= 0 && child < value; child = tree.next(child)) {
            switch (tree.type(child)) {
                case "property_identifier",
                        "private_property_identifier",
                        "string",
                        "number",
                        "computed_property_name" -> key = child;
                default -> {}
            }
        }
        nameMember(key, value);
    }

    private void nameMember(int key, int value) {
        int unwrapped = value < 0 ? value : expressions.unwrap(value);
        if (key < 0 || unwrapped < 0 || names.containsKey(unwrapped)) {
            return;
        }
        if (expressions.isFunction(unwrapped) || tree.is(unwrapped, "object") || tree.is(unwrapped, "class")) {
            name(unwrapped, new Name(expressions.key(key), tree.start(key), false, false));
        }
    }

    void enterObject(int object) {
        Name name = names.remove(object);
        scopes.enter(Scope.Kind.OBJECT, name == null ? "" : name.text(), tree.after(object));
    }

    void enterType(int type) {
        Name given = names.remove(type);
        int own = tree.child(type, "type_identifier");
        int name = own >= 0 ? own : tree.child(type, "identifier");
        String text = given != null ? given.text() : name < 0 ? "" : tree.text(name);
        scopes.enter(Scope.Kind.TYPE, text, tree.after(type));
    }

    void enterNamespace(int namespace) {
        String name = expressions.chain(tree.namedFrom(tree.firstChild(namespace)));
        scopes.enter(Scope.Kind.NAMESPACE, name == null ? "" : name, tree.after(namespace));
    }

    void enter(int function) {
        Name name = nameOf(function);
        List<Integer> parameters = parameters(function);
        if (name == null || Expressions.last(name.text()).isEmpty() || scopes.isTooDeep()) {
            scopes.enterFunction("", null, tree.after(function));
        } else {
            String qualified = scopes.qualified(name.text());
            source.draft().add(function(function, name, qualified, parameters));
            scopes.enterFunction(name.text(), qualified, tree.after(function));
        }
        keep(parameters);
    }

    private @Nullable Name nameOf(int function) {
        Name given = names.remove(function);
        if (given != null) {
            return given;
        }
        if (tree.is(function, "method_definition")) {
            int key = method(function);
            return key < 0 ? null : new Name(expressions.key(key), tree.start(key), false, false);
        }
        int own = tree.is(function, "arrow_function") ? SyntaxTree.NONE : tree.child(function, "identifier");
        if (own < 0) {
            return null;
        }
        boolean declared = tree.type(function).endsWith("declaration");
        boolean topLevel = declared && source.isTopLevel(function);
        return new Name(tree.text(own), tree.start(own), topLevel, true);
    }

    /// The key of a method: what stands before its parameters.
    int method(int method) {
        int key = SyntaxTree.NONE;
        for (int child = tree.firstChild(method); child >= 0; child = tree.next(child)) {
            switch (tree.type(child)) {
                case "property_identifier",
                        "private_property_identifier",
                        "string",
                        "number",
                        "computed_property_name" -> key = child;
                case "formal_parameters" -> {
                    return key;
                }
                default -> {}
            }
        }
        return key;
    }

    private Function function(int node, Name name, String qualified, List<Integer> parameters) {
        String last = Expressions.last(name.text());
        FunctionKind kind = kind(node, last);
        int list = list(node);
        int body = tree.lastNamed(node);
        String owner = name.text().equals(last)
                ? scopes.owner()
                : Expressions.last(name.text().substring(0, name.text().length() - last.length() - 1));
        OwnName own = new OwnName(last, name.variable(), false, owner);
        Fingerprint fingerprint =
                source.tokens().fingerprint(Range.of(tree, list), Range.of(tree, body == list ? -1 : body), own);
        return new Function(
                last,
                qualified,
                kind,
                tree.line(name.offset()),
                tree.lastLine(node),
                name.topLevel(),
                parameters.stream().map(this::parameter).toList(),
                fingerprint.hash(),
                fingerprint.shingles());
    }

    private FunctionKind kind(int node, String name) {
        return switch (tree.type(node)) {
            case "method_definition" ->
                name.equals(CONSTRUCTOR) && tree.is(tree.parent(node), "class_body")
                        ? FunctionKind.CONSTRUCTOR
                        : FunctionKind.METHOD;
            case "function_declaration", "generator_function_declaration" -> FunctionKind.FUNCTION;
            case "arrow_function" -> FunctionKind.ARROW;
            default -> {
                // An expression with a name of its own that nothing else is named after, or a default export.
                int own = tree.child(node, "identifier");
                boolean alone = own >= 0 ? tree.isText(own, name) : tree.is(tree.parent(node), "export_statement");
                yield alone ? FunctionKind.FUNCTION : FunctionKind.ARROW;
            }
        };
    }

    /// The list of parameters, or the only parameter of an arrow function without a list.
    private int list(int function) {
        int list = tree.child(function, "formal_parameters");
        return list >= 0 || !tree.is(function, "arrow_function") ? list : tree.namedFrom(tree.firstChild(function));
    }

    /// What each parameter declares: a name or a pattern.
    private List<Integer> parameters(int function) {
        int list = list(function);
        List<Integer> found = new ArrayList<>();
        if (list < 0) {
            return found;
        }
        if (!tree.is(list, "formal_parameters")) {
            found.add(list);
            return found;
        }
        for (int child = tree.firstChild(list); child >= 0; child = tree.next(child)) {
            int pattern = tree.isNamed(child) ? pattern(child) : SyntaxTree.NONE;
            if (pattern >= 0 && !tree.is(pattern, "this")) {
                found.add(pattern);
            }
        }
        return found;
    }

    private int pattern(int parameter) {
        return switch (tree.type(parameter)) {
            case "required_parameter", "optional_parameter" -> {
                int child = tree.namedFrom(tree.firstChild(parameter));
                while (child >= 0 && isModifier(tree.type(child))) {
                    child = tree.namedFrom(tree.next(child));
                }
                yield child < 0 ? child : pattern(child);
            }
            case "assignment_pattern" -> tree.namedFrom(tree.firstChild(parameter));
            case "rest_pattern" -> tree.lastNamed(parameter);
            case "identifier", "object_pattern", "array_pattern", "this" -> parameter;
            default -> SyntaxTree.NONE;
        };
    }

    private static boolean isModifier(String type) {
        return type.equals("decorator") || type.endsWith("_modifier");
    }

    private String parameter(int pattern) {
        String text = tree.text(
                tree.start(pattern), Math.min(tree.end(pattern), tree.start(pattern) + 4 * LONGEST_PARAMETER));
        return text.length() > LONGEST_PARAMETER ? text.substring(0, LONGEST_PARAMETER) : text;
    }

    private void keep(List<Integer> parameters) {
        for (int parameter : parameters) {
            if (tree.is(parameter, "identifier")) {
                scopes.keep(tree.text(parameter));
                if (tree.isText(parameter, StateKeys.BATON)) {
                    scopes.keep(StateKeys.HANDED + StateKeys.BATON);
                }
            } else if (tree.is(parameter, "object_pattern")) {
                StateKeys.keepPayload(source, parameter);
            }
        }
    }
}

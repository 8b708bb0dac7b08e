package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads single expressions.
final class Expressions {

    private static final int LONGEST_CALLEE = 120;
    private static final int LONGEST_CHAIN = 100;
    private static final int LONGEST_CONSTANT = 120;

    private final SyntaxTree tree;

    Expressions(SyntaxTree tree) {
        this.tree = tree;
    }

    /// What stands within parentheses, `as`, `satisfies`, `!`, `<type>` and `Object.freeze(…)`.
    int unwrap(int expression) {
        int inner = expression;
        while (inner >= 0) {
            int next = switch (tree.type(inner)) {
                case "parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression" ->
                    tree.namedFrom(tree.firstChild(inner));
                case "type_assertion" -> tree.lastNamed(inner);
                case "call_expression" -> frozen(inner);
                default -> SyntaxTree.NONE;
            };
            if (next < 0) {
                return inner;
            }
            inner = next;
        }
        return inner;
    }

    private int frozen(int call) {
        int callee = tree.firstChild(call);
        if (!tree.isText(callee, "Object.freeze")) {
            return SyntaxTree.NONE;
        }
        List<Integer> arguments = arguments(call);
        return arguments.isEmpty() ? SyntaxTree.NONE : arguments.getFirst();
    }

    /// A name or names joined by dots, without white space and without `?` and `!`; `null` for anything else.
    @Nullable
    String chain(int expression) {
        Deque<String> parts = new ArrayDeque<>();
        int node = expression;
        while (node >= 0 && parts.size() < LONGEST_CHAIN) {
            switch (tree.type(node)) {
                case "identifier", "this", "shorthand_property_identifier", "type_identifier" -> {
                    parts.addFirst(tree.text(node));
                    return String.join(".", parts);
                }
                case "non_null_expression" -> node = tree.firstChild(node);
                case "member_expression", "nested_identifier" -> {
                    if (tree.isLeaf(node)) {
                        String plain = plain(tree.text(node));
                        if (plain == null) {
                            return null;
                        }
                        parts.addFirst(plain);
                        return String.join(".", parts);
                    }
                    parts.addFirst(tree.text(tree.lastNamed(node)));
                    node = tree.namedFrom(tree.firstChild(node));
                }
                default -> {
                    return null;
                }
            }
        }
        return null;
    }

    private static @Nullable String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (Character.isJavaIdentifierPart(character) || character == '.' || character == '#') {
                plain.append(character);
            } else if (!Character.isWhitespace(character) && character != '?' && character != '!') {
                return null;
            }
        }
        return plain.toString();
    }

    /// The last of names joined by dots.
    static String last(String chain) {
        return chain.substring(chain.lastIndexOf('.') + 1);
    }

    /// The text that a string or a template says, with `*` for holes; `null` for anything else.
    @Nullable
    String literal(int expression) {
        if (expression < 0) {
            return null;
        }
        return switch (tree.type(expression)) {
            case "string" -> unescaped(tree.text(tree.start(expression) + 1, tree.end(expression) - 1));
            case "template_string" -> template(expression);
            default -> null;
        };
    }

    /// A text without holes that may name a topic; `null` for anything else.
    @Nullable
    String constant(int expression) {
        String text = literal(expression);
        return text == null || text.isEmpty() || text.length() > LONGEST_CONSTANT || text.indexOf('*') >= 0
                ? null
                : text;
    }

    private String template(int template) {
        StringBuilder text = new StringBuilder();
        for (int part = tree.firstChild(template); part >= 0; part = tree.next(part)) {
            switch (tree.type(part)) {
                case "`" -> {}
                case "template_substitution" -> text.append('*');
                default -> text.append(unescaped(tree.text(part)));
            }
        }
        return text.toString();
    }

    private static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : text.replaceAll("\\\\(.)", "$1");
    }

    /// The key of an entry of an object or a member of a class; in brackets where only running code could
    /// tell.
    String key(int name) {
        return switch (tree.type(name)) {
            case "string" -> unescaped(tree.text(tree.start(name) + 1, tree.end(name) - 1));
            case "computed_property_name" -> {
                String literal = literal(tree.namedFrom(tree.firstChild(name)));
                yield literal == null ? tree.text(name) : literal;
            }
            default -> tree.text(name);
        };
    }

    /// The arguments of a call in order; none for a tagged template.
    List<Integer> arguments(int call) {
        List<Integer> found = new ArrayList<>();
        int arguments = tree.child(call, "arguments");
        if (arguments >= 0) {
            for (int child = tree.firstChild(arguments); child >= 0; child = tree.next(child)) {
                if (tree.isNamed(child)) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    /// What is called, as it is written, without white space, and not too long.
    String callee(int call) {
        int callee = tree.namedFrom(tree.firstChild(call));
        String text = tree.text(tree.start(callee), Math.min(tree.end(callee), tree.start(callee) + 4 * LONGEST_CALLEE))
                .replaceAll("\\s+", "");
        return text.length() > LONGEST_CALLEE ? text.substring(0, LONGEST_CALLEE) : text;
    }

    /// The name of the member that is called; `null` where no member is.
    @Nullable
    String member(int call) {
        int callee = tree.namedFrom(tree.firstChild(call));
        if (!tree.is(callee, "member_expression")) {
            return null;
        }
        if (!tree.isLeaf(callee)) {
            return tree.text(tree.lastNamed(callee));
        }
        int end = tree.end(callee);
        int from = end;
        while (from > tree.start(callee) && isPartOfName(tree.at(from - 1))) {
            from--;
        }
        return tree.text(from, end);
    }

    private static boolean isPartOfName(int character) {
        return character < 0 || Character.isJavaIdentifierPart(character);
    }

    /// Whether an expression is a function.
    boolean isFunction(int expression) {
        return expression >= 0
                && switch (tree.type(expression)) {
                    case "arrow_function", "function_expression", "generator_function" -> true;
                    default -> false;
                };
    }

    /// The names that a pattern declares.
    List<Integer> names(int pattern) {
        List<Integer> names = new ArrayList<>();
        for (int node = pattern; node < tree.after(pattern); node++) {
            switch (tree.type(node)) {
                case "identifier", "shorthand_property_identifier_pattern" -> {
                    if (!isDefault(node)) {
                        names.add(node);
                    }
                }
                default -> {}
            }
        }
        return names;
    }

    /// Whether a name stands behind `=`.
    private boolean isDefault(int node) {
        int around = tree.parent(node);
        boolean pattern = tree.is(around, "assignment_pattern") || tree.is(around, "object_assignment_pattern");
        return pattern && tree.namedFrom(tree.firstChild(around)) != node;
    }
}

package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.TestCase;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Test cases and their groups, as the usual frameworks have them.
final class Tests {

    private static final Set<String> GROUPS = Set.of("describe", "context", "suite", "fdescribe", "xdescribe");
    private static final Set<String> CASES = Set.of("it", "test", "specify", "fit", "xit", "xtest");
    private static final String GROUP = "describe";
    private static final String WITHOUT_BODY = "todo";

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;

    Tests(Source source) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
    }

    /// Notes a test case. The title where a call makes a group; `null` where it does not.
    @Nullable
    String group(int call) {
        int callee = tree.namedFrom(tree.firstChild(call));
        if (tree.is(callee, "call_expression")) {
            // `test.each(…)("title", …)`.
            callee = tree.namedFrom(tree.firstChild(callee));
        }
        if (callee < 0 || !mayBeTest(tree.at(tree.start(callee)))) {
            return null;
        }
        String chain = expressions.chain(callee);
        if (chain == null) {
            return null;
        }
        List<String> words = List.of(chain.split("\\."));
        boolean group = GROUPS.contains(words.getFirst());
        if (!group && !CASES.contains(words.getFirst())) {
            return null;
        }
        String title = title(call, words.getLast().equals(WITHOUT_BODY));
        if (title == null) {
            return null;
        }
        if (group || words.getLast().equals(GROUP) || words.contains(GROUP)) {
            return title;
        }
        source.draft().add(new TestCase(source.scopes().title(title), source.line(call)));
        return null;
    }

    private static boolean mayBeTest(int first) {
        return switch (first) {
            case 'd', 'c', 's', 'f', 'x', 'i', 't' -> true;
            default -> false;
        };
    }

    private @Nullable String title(int call, boolean withoutBody) {
        List<Integer> arguments = expressions.arguments(call);
        if (arguments.isEmpty()) {
            return null;
        }
        boolean body = arguments.stream()
                .skip(1)
                .map(expressions::unwrap)
                .anyMatch(argument -> expressions.isFunction(argument)
                        || tree.is(argument, "identifier")
                        || tree.is(argument, "call_expression"));
        return body || withoutBody ? expressions.literal(arguments.getFirst()) : null;
    }
}

package dev.backbeat.code.treesitter.ecmascript;

import dev.backbeat.code.FileFacts.Call;
import dev.backbeat.code.FileFacts.CallKind;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Calls that subscribe, publish or play.
final class Topics {

    private static final Pattern CONSTANT = Pattern.compile("(?:.*\\.)?[A-Z][A-Z0-9_]*|(?:this\\.)?[A-Z][\\w$]*\\..+");
    private static final int ROUTER_TOPIC_DATA = 3;

    private final Source source;
    private final SyntaxTree tree;
    private final Expressions expressions;

    /// What says the topic.
    private record Topic(@Nullable String literal, @Nullable String name) {
        private static final Topic NONE = new Topic(null, null);
    }

    Topics(Source source) {
        this.source = source;
        this.tree = source.tree();
        this.expressions = source.expressions();
    }

    void call(int call) {
        String member = expressions.member(call);
        if (member == null) {
            return;
        }
        switch (member) {
            case "subscribe" -> named(call, CallKind.SUBSCRIBE, 2);
            case "publish", "publishAsync" -> named(call, CallKind.PUBLISH, 1);
            case "on", "once", "addListener", "addEventListener" -> constant(call, CallKind.SUBSCRIBE);
            case "emit", "emitAsync" -> constant(call, CallKind.PUBLISH);
            case "play" -> play(call);
            default -> {}
        }
    }

    /// A call whose topic may have any name.
    private void named(int call, CallKind kind, int leastForName) {
        List<Integer> arguments = expressions.arguments(call);
        if (arguments.isEmpty()) {
            return;
        }
        Topic first = topic(arguments.getFirst());
        boolean clear = first.literal() != null || isConstant(first);
        if (!clear && arguments.size() >= ROUTER_TOPIC_DATA) {
            Topic second = topic(arguments.get(1));
            if (second.literal() != null || isConstant(second)) {
                add(call, kind, second);
                return;
            }
        }
        if (clear || first.name() != null && arguments.size() >= leastForName) {
            add(call, kind, first);
        }
    }

    private void constant(int call, CallKind kind) {
        List<Integer> arguments = expressions.arguments(call);
        Topic first = arguments.isEmpty() ? Topic.NONE : topic(arguments.getFirst());
        if (first.literal() != null || isConstant(first)) {
            add(call, kind, first);
        }
    }

    private void play(int call) {
        List<Integer> arguments = expressions.arguments(call);
        if (arguments.size() >= 2) {
            add(call, CallKind.PLAY, topic(arguments.get(1)));
        }
    }

    private Topic topic(int argument) {
        int unwrapped = expressions.unwrap(argument);
        String literal = expressions.literal(unwrapped);
        return literal != null ? new Topic(literal, null) : new Topic(null, expressions.chain(unwrapped));
    }

    private static boolean isConstant(Topic topic) {
        return topic.name() != null && CONSTANT.matcher(topic.name()).matches();
    }

    private void add(int call, CallKind kind, Topic topic) {
        int callee = tree.namedFrom(tree.firstChild(call));
        int member = tree.isLeaf(callee) ? callee : tree.lastNamed(callee);
        Call fact = new Call(
                kind,
                expressions.callee(call),
                topic.literal(),
                topic.name(),
                source.scopes().current().function(),
                source.line(member));
        source.draft().add(fact, tree.end(callee));
    }
}

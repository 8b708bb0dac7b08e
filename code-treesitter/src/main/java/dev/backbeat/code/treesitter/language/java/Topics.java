package dev.backbeat.code.treesitter.language.java;

import dev.backbeat.code.FileFacts.Call;
import dev.backbeat.code.FileFacts.CallKind;
import dev.backbeat.code.treesitter.draft.Draft;
import dev.backbeat.code.treesitter.draft.Scopes;
import dev.backbeat.code.treesitter.tree.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Listeners, and calls that publish.
final class Topics {

    private static final Map<String, CallKind> ANNOTATIONS = Map.ofEntries(
            Map.entry("KafkaListener", CallKind.SUBSCRIBE),
            Map.entry("KafkaHandler", CallKind.SUBSCRIBE),
            Map.entry("RabbitListener", CallKind.SUBSCRIBE),
            Map.entry("RabbitHandler", CallKind.SUBSCRIBE),
            Map.entry("JmsListener", CallKind.SUBSCRIBE),
            Map.entry("SqsListener", CallKind.SUBSCRIBE),
            Map.entry("PulsarListener", CallKind.SUBSCRIBE),
            Map.entry("StreamListener", CallKind.SUBSCRIBE),
            Map.entry("EventListener", CallKind.SUBSCRIBE),
            Map.entry("TransactionalEventListener", CallKind.SUBSCRIBE),
            Map.entry("ApplicationModuleListener", CallKind.SUBSCRIBE),
            Map.entry("Subscribe", CallKind.SUBSCRIBE),
            Map.entry("Incoming", CallKind.SUBSCRIBE),
            Map.entry("Outgoing", CallKind.PUBLISH));

    private static final Set<String> ELEMENTS = Set.of(
            "value", "topics", "topicPattern", "queues", "queueNames", "destination", "classes", "subject", "target");

    private static final Pattern CONSTANT = Pattern.compile("(?:.*\\.)?[A-Z][A-Z0-9_]*|(?:this\\.)?[A-Z][\\w$]*\\..+");
    private static final int LONGEST_CALLEE = 120;

    private final SyntaxTree tree;
    private final Scopes scopes;
    private final Draft draft;

    /// What says the topic.
    private record Topic(@Nullable String literal, @Nullable String name) {}

    Topics(SyntaxTree tree, Scopes scopes, Draft draft) {
        this.tree = tree;
        this.scopes = scopes;
        this.draft = draft;
    }

    /// The name of an annotation without its package.
    static String simpleName(SyntaxTree tree, int annotation) {
        int name = tree.namedFrom(tree.firstChild(annotation));
        String text = name < 0 ? "" : tree.text(name);
        return text.substring(text.lastIndexOf('.') + 1);
    }

    /// The topics that a method is annotated with.
    void listener(List<Integer> annotations, int parameters, String function) {
        for (int annotation : annotations) {
            CallKind kind = ANNOTATIONS.get(simpleName(tree, annotation));
            if (kind == null) {
                continue;
            }
            List<Topic> topics = elements(annotation);
            if (topics.isEmpty()) {
                topics.add(new Topic(parameterType(parameters), null));
            }
            String callee = "@" + tree.text(tree.namedFrom(tree.firstChild(annotation)));
            topics.forEach(topic -> add(kind, callee, topic, function, annotation));
        }
    }

    private List<Topic> elements(int annotation) {
        List<Topic> topics = new ArrayList<>();
        int list = tree.child(annotation, "annotation_argument_list");
        for (int child = list < 0 ? list : tree.firstChild(list); child >= 0; child = tree.next(child)) {
            if (!tree.is(child, "element_value_pair")) {
                values(child, topics);
            } else if (ELEMENTS.contains(tree.text(tree.firstChild(child)))) {
                values(tree.namedAfter(child, "="), topics);
            }
        }
        return topics;
    }

    /// A value, or each of an array.
    private void values(int value, List<Topic> topics) {
        if (tree.is(value, "element_value_array_initializer")) {
            for (int child = tree.firstChild(value); child >= 0; child = tree.next(child)) {
                single(child, topics);
            }
        } else if (value >= 0) {
            single(value, topics);
        }
    }

    private void single(int value, List<Topic> topics) {
        Topic topic = topic(value);
        if (topic != null) {
            topics.add(topic);
        }
    }

    private @Nullable Topic topic(int value) {
        return switch (tree.type(value)) {
            case "string_literal" -> new Topic(literal(value), null);
            case "class_literal" -> new Topic(simple(tree.text(value).replaceFirst("\\s*\\.\\s*class$", "")), null);
            case "identifier", "field_access", "scoped_identifier" -> {
                String name = tree.text(value).replaceAll("\\s", "");
                yield CONSTANT.matcher(name).matches() ? new Topic(null, name) : null;
            }
            default -> null;
        };
    }

    private String literal(int string) {
        String text = tree.text(string);
        int quotes = text.startsWith("\"\"\"") && text.length() >= 6 ? 3 : 1;
        return text.length() < 2 * quotes
                ? ""
                : text.substring(quotes, text.length() - quotes).strip();
    }

    /// The name of a type without its package and its arguments.
    private static String simple(String type) {
        String raw = type.replaceAll("\\s", "").replaceFirst("<.*$", "");
        return raw.substring(raw.lastIndexOf('.') + 1);
    }

    private @Nullable String parameterType(int parameters) {
        int parameter = parameters < 0 ? SyntaxTree.NONE : tree.child(parameters, "formal_parameter");
        int type = parameter < 0 ? SyntaxTree.NONE : tree.namedFrom(tree.firstChild(parameter));
        if (tree.is(type, "modifiers")) {
            type = tree.namedFrom(tree.next(type));
        }
        return type < 0 ? null : simple(tree.text(type));
    }

    /// A call that may publish.
    void invocation(int invocation) {
        int arguments = tree.child(invocation, "argument_list");
        if (arguments < 0) {
            return;
        }
        int name = SyntaxTree.NONE;
        for (int child = tree.firstChild(invocation); child >= 0 && child < arguments; child = tree.next(child)) {
            name = tree.is(child, "identifier") ? child : name;
        }
        if (name < 0) {
            return;
        }
        boolean clear = tree.isText(name, "publishEvent") || tree.isText(name, "convertAndSend");
        if (!clear
                && !tree.isText(name, "send")
                && !tree.isText(name, "publish")
                && !tree.isText(name, "emit")
                && !tree.isText(name, "fire")) {
            return;
        }
        int first = tree.namedFrom(tree.firstChild(arguments));
        Topic topic = first < 0 ? null : published(first);
        if (topic == null && clear) {
            topic = new Topic(null, null);
        }
        if (topic != null) {
            int from = tree.start(invocation);
            String callee = tree.text(from, Math.min(tree.end(name), from + 4 * LONGEST_CALLEE))
                    .replaceAll("\\s+", "");
            String shown = callee.length() > LONGEST_CALLEE ? callee.substring(0, LONGEST_CALLEE) : callee;
            add(CallKind.PUBLISH, shown, topic, scopes.current().function(), name);
        }
    }

    /// A topic, the class of a new event, or the topic of a new record.
    private @Nullable Topic published(int argument) {
        if (!tree.is(argument, "object_creation_expression")) {
            return topic(argument);
        }
        int list = tree.child(argument, "argument_list");
        int type = tree.namedAfter(argument, "'new");
        int first = list < 0 ? SyntaxTree.NONE : tree.namedFrom(tree.firstChild(list));
        String simple = type < 0 ? "" : simple(tree.text(type));
        return simple.equals("ProducerRecord") && first >= 0 ? topic(first) : new Topic(simple, null);
    }

    private void add(CallKind kind, String callee, Topic topic, String function, int node) {
        int line = tree.line(tree.start(node));
        draft.add(new Call(kind, callee, topic.literal(), topic.name(), function, line), tree.end(node));
    }
}

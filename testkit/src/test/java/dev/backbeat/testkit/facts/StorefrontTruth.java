package dev.backbeat.testkit.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What really happened in a session of the storefront, as its own handlers noted it. The shape is described
/// in `samples/storefront/README.md`.
record StorefrontTruth(List<Played> executions) {

    /// An execution. Times are epoch milliseconds.
    record Played(
            String requestId,
            String sequenceId,
            String sequence,
            String plugin,
            String causedBy,
            String reported,
            List<Beat> beats,
            List<Handled> handlerRuns) {}

    /// A beat run, and who waited in it behind a handler that never ended.
    record Beat(int order, int number, String event, String movement, String reported, List<Waiting> waiting) {}

    /// A handler that was called and never began.
    record Waiting(String plugin, String sequenceId) {}

    /// A handler run.
    record Handled(
            String plugin,
            String sequenceId,
            String handler,
            String event,
            int beatOrder,
            double endedAt,
            String ended,
            String outcome,
            List<String> added,
            List<String> updated,
            List<String> removed,
            String error) {}

    static StorefrontTruth of(String session) {
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readString(StorefrontSessions.truth(session)));
            return new StorefrontTruth(root.get("executions")
                    .valueStream()
                    .map(StorefrontTruth::played)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Played played(JsonNode node) {
        JsonNode cause = node.get("causedBy");
        return new Played(
                text(node, "requestId"),
                text(node, "sequenceId"),
                text(node, "sequence"),
                text(node, "plugin"),
                cause.isNull() ? "" : text(cause, "requestId"),
                text(node, "reported"),
                node.get("beats").valueStream().map(StorefrontTruth::beat).toList(),
                node.get("handlerRuns")
                        .valueStream()
                        .map(StorefrontTruth::handled)
                        .toList());
    }

    private static Beat beat(JsonNode node) {
        return new Beat(
                node.get("order").intValue(),
                node.get("number").intValue(),
                text(node, "event"),
                text(node, "movement"),
                text(node, "reported"),
                node.get("waiting")
                        .valueStream()
                        .map(waiting -> new Waiting(text(waiting, "plugin"), text(waiting, "sequenceId")))
                        .toList());
    }

    private static Handled handled(JsonNode node) {
        JsonNode error = node.get("error");
        return new Handled(
                text(node, "plugin"),
                text(node, "sequenceId"),
                text(node, "handler"),
                text(node, "event"),
                node.get("beatOrder").intValue(),
                node.get("endedAt").isNull() ? Double.NaN : node.get("endedAt").doubleValue(),
                text(node, "ended"),
                text(node, "outcome"),
                texts(node, "added"),
                texts(node, "updated"),
                texts(node, "removed"),
                error.isNull() ? "" : text(error, "name") + ": " + text(error, "message"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value.isNull() ? "" : value.asString();
    }

    private static List<String> texts(JsonNode node, String name) {
        return node.get(name).valueStream().map(JsonNode::asString).sorted().toList();
    }
}

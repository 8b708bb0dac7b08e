package dev.backbeat.store;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The documented views: the public face of every engine. Each is one file of portable SQL whose comments
/// are its documentation. An engine provides the facts as relations in the schema `facts`, one per kind of
/// fact with the components of its record in snake case, and creates these views over them in this order.
public final class Views {

    private static final List<String> NAMES = List.of(
            "inputs",
            "session_builds",
            "sessions",
            "session_packages",
            "builds",
            "executions",
            "movement_runs",
            "beat_runs",
            "handler_names",
            "handler_runs",
            "state_changes",
            "errors",
            "topic_events",
            "plugin_mounts",
            "gaps",
            "sequence_registrations",
            "ledger",
            "rejects",
            "unknown_templates",
            "claim_sources",
            "claims",
            "checkouts",
            "mappings",
            "beat_handlers",
            "documented_beats",
            "renames",
            "code_problems",
            "beat_run_code");

    private Views() {}

    /// All views, each after those that it is defined over.
    public static List<View> all() {
        return NAMES.stream().map(Views::load).toList();
    }

    private static View load(String name) {
        String resource = "views/" + name + ".sql";
        try (InputStream stream = Views.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw BackbeatException.of(ErrorCode.INTERNAL, "the resource `" + resource + "` is missing");
            }
            return ViewParser.parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.INTERNAL, "the resource `" + resource + "` can't be read")
                    .causedBy(e);
        }
    }
}

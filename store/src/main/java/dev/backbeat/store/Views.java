package dev.backbeat.store;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The documented views: the public face of every engine. Each is one file of portable SQL whose comments
/// are its documentation. An engine provides the facts as relations in the schema `facts`, one per kind
/// of fact with the components of its record in snake case, and creates these views over them in this
/// order.What executions, beat runs and handler runs repeat stands also in the relations
/// `sequence_kinds`, `beat_kinds` and `handler_kinds`, and its number beside each of them as
/// `sequence_kind`, `beat_kind` and `handler_kind`; their durations have numbers after
/// [dev.backbeat.model.DurationBuckets]: `duration_bucket` and `own_bucket`, and where they differ from
/// that `self_bucket` and `path_bucket`.
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
            "handler_guesses",
            "handler_runs",
            "sequence_kinds",
            "beat_kinds",
            "handler_kinds",
            "handler_times",
            "beat_times",
            "execution_times",
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
            "beat_run_code",
            "beat_kind_code",
            "documented_routes",
            "topic_uses",
            "known_handlers",
            "handler_tests",
            "coverage_reports",
            "coverage_lines",
            "coverage_functions",
            "coverage_branches");

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

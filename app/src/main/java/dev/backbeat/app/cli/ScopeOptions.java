package dev.backbeat.app.cli;

import dev.backbeat.model.Scope;
import dev.backbeat.model.SessionId;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/// What an answer is about.
final class ScopeOptions {

    @Option(names = "--build", paramLabel = "<label>", description = "only of this build; may be repeated")
    List<String> builds = new ArrayList<>();

    @Option(names = "--session", paramLabel = "<id>", description = "only of this session; may be repeated")
    List<String> sessions = new ArrayList<>();

    @Option(names = "--sequence", paramLabel = "<name>", description = "only of this sequence, by name or id")
    List<String> sequences = new ArrayList<>();

    @Option(names = "--plugin", paramLabel = "<name>", description = "only of this plugin")
    List<String> plugins = new ArrayList<>();

    @Option(names = "--handler", paramLabel = "<name>", description = "only of this handler")
    List<String> handlers = new ArrayList<>();

    Scope scope() {
        List<SessionId> ids = sessions.stream().map(Ids::session).toList();
        return new Scope(builds, Time.UNKNOWN, Time.UNKNOWN, ids, sequences, plugins, handlers);
    }
}

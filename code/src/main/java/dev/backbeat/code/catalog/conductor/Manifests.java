package dev.backbeat.code.catalog.conductor;

import dev.backbeat.code.catalog.DocumentFormat.Parsed;
import dev.backbeat.code.catalog.PluginEntry;
import dev.backbeat.code.catalog.Route;
import dev.backbeat.code.json.LocatedJson;
import java.util.ArrayList;
import java.util.List;

/// Collects what manifests say.
final class Manifests {

    private static final List<String> ROLES = List.of("ui", "runtime");

    private final List<Route> routes = new ArrayList<>();
    private final List<PluginEntry> plugins = new ArrayList<>();

    List<Route> routes() {
        return routes;
    }

    List<PluginEntry> plugins() {
        return plugins;
    }

    void read(Parsed file) {
        LocatedJson content = file.content();
        if (file.path().endsWith("topics-manifest.json")) {
            content.entriesAt("topics").forEach((topic, entry) -> topic(file.path(), topic, entry));
        }
        if (file.path().endsWith("interaction-manifest.json")) {
            content.entriesAt("routes")
                    .forEach((name, entry) -> routes.add(route(Route.Kind.INTERACTION, name, entry, file.path())));
        }
        if (file.path().endsWith("plugin-manifest.json")) {
            content.elementsAt("plugins").forEach(plugin -> plugin(file.path(), plugin));
        }
    }

    private void topic(String path, String topic, LocatedJson entry) {
        List<LocatedJson> listed = entry.elementsAt("routes");
        if (listed.isEmpty()) {
            routes.add(new Route(Route.Kind.TOPIC, topic, "", "", path, entry.line()));
        }
        for (LocatedJson route : listed) {
            routes.add(route(Route.Kind.TOPIC, topic, route, path));
        }
    }

    private static Route route(Route.Kind kind, String name, LocatedJson entry, String path) {
        return new Route(
                kind,
                name,
                entry.textAt("pluginId").orElse(""),
                entry.textAt("sequenceId").orElse(""),
                path,
                entry.line());
    }

    private void plugin(String path, LocatedJson plugin) {
        plugin.textAt("id").ifPresent(id -> {
            for (String role : ROLES) {
                plugin.at(role)
                        .ifPresent(part -> part.textAt("module")
                                .ifPresent(module -> plugins.add(new PluginEntry(
                                        id, role, module, part.textAt("export").orElse(""), path, part.line()))));
            }
        });
    }
}

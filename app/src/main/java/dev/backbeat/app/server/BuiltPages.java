package dev.backbeat.app.server;

import dev.backbeat.model.BackbeatException;
import dev.backbeat.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// What `ui/` was built to: the files that its manifest names, and no other.
final class BuiltPages {

    private static final String FOLDER = "/dev/backbeat/ui/";
    private static final String DASHBOARD = FOLDER + "dashboard/";
    private static final String MANIFEST = DASHBOARD + "manifest.json";
    private static final String ENTRY = "src/dashboard/main.tsx";
    private static final Map<String, String> TYPES =
            Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml");

    private final JsonNode manifest;
    private final Set<String> names = new TreeSet<>();

    BuiltPages() {
        manifest = Json.tree(bytes(MANIFEST));
        for (JsonNode chunk : manifest) {
            add(chunk.path("file"));
            chunk.path("css").forEach(this::add);
            chunk.path("assets").forEach(this::add);
        }
    }

    private void add(JsonNode file) {
        names.add(file.asString().substring(file.asString().lastIndexOf('/') + 1));
    }

    /// A file below `/assets/`, by its name, which changes with what it holds.
    Optional<Reply> asset(String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !names.contains(name)) {
            return Optional.empty();
        }
        byte[] body = bytes(DASHBOARD + "assets/" + name);
        return Optional.of(new Reply(200, type, body, Map.of("cache-control", "private, max-age=31536000, immutable")));
    }

    /// The tags of the head that load the dashboard.
    String tags() {
        JsonNode entry = manifest.path(ENTRY);
        StringBuilder tags = new StringBuilder();
        Set<String> styles = new LinkedHashSet<>();
        Set<String> scripts = new LinkedHashSet<>();
        collect(entry, styles, scripts);
        styles.forEach(file ->
                tags.append("<link rel=\"stylesheet\" href=\"/").append(file).append("\">\n"));
        scripts.forEach(file ->
                tags.append("<link rel=\"modulepreload\" href=\"/").append(file).append("\">\n"));
        return tags.append("<script type=\"module\" src=\"/")
                .append(entry.path("file").asString())
                .append("\"></script>")
                .toString();
    }

    private void collect(JsonNode chunk, Set<String> styles, Set<String> scripts) {
        chunk.path("css").forEach(file -> styles.add(file.asString()));
        chunk.path("imports").forEach(name -> {
            JsonNode imported = manifest.path(name.asString());
            if (scripts.add(imported.path("file").asString())) {
                collect(imported, styles, scripts);
            }
        });
    }

    /// One of the two files of the report.
    static String report(String name) {
        return new String(bytes(FOLDER + name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String path) {
        try (InputStream in = BuiltPages.class.getResourceAsStream(path)) {
            if (in == null) {
                throw BackbeatException.withHint(
                        ErrorCode.INTERNAL,
                        "`%s` is not in this build".formatted(path),
                        "build anew; `ui/target/web` has to hold it");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw BackbeatException.of(ErrorCode.ENVIRONMENT, "`%s` can't be read".formatted(path))
                    .causedBy(e);
        }
    }
}

package dev.backbeat.output.sarif;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Place;
import dev.backbeat.output.Located;
import dev.backbeat.output.Visible;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Lines of code and of logs as SARIF says them.
final class Places {

    private static final String SOURCE_ROOT = "%SRCROOT%";
    private static final String PLAIN_IN_URI = "-._~/:@!$&'()*+,;=";

    private Places() {}

    /// Where a finding is: the line of code, else the raw line, and what it is about by name.
    static Map<String, Object> location(Located finding) {
        Map<String, Object> location = new LinkedHashMap<>();
        if (!finding.code().isEmpty()) {
            location.put("physicalLocation", code(finding.code().getFirst()));
        } else if (!finding.places().isEmpty()) {
            location.put("physicalLocation", raw(finding.places().getFirst()));
        }
        String name = finding.handler().isEmpty() ? finding.sequence() : finding.handler();
        if (!name.isEmpty()) {
            Map<String, Object> logical = new LinkedHashMap<>();
            logical.put(
                    "name",
                    Visible.of(finding.handlerKey().map(key -> key.handler()).orElse(name)));
            logical.put(
                    "fullyQualifiedName",
                    Visible.of(finding.handlerKey()
                            .map(key -> key.plugin() + "/" + key.sequence() + "/" + key.handler())
                            .orElse(name)));
            logical.put("kind", finding.handler().isEmpty() ? "module" : "function");
            location.put("logicalLocations", List.of(logical));
        }
        return location;
    }

    /// All the evidence that has a place.
    static List<Map<String, Object>> related(Located finding) {
        List<Map<String, Object>> related = new ArrayList<>();
        for (CodePlace place : finding.code()) {
            related.add(related(related.size() + 1, code(place), "the code: " + place));
        }
        for (Place place : finding.places()) {
            related.add(related(related.size() + 1, raw(place), "the log says so: " + place));
        }
        return related;
    }

    private static Map<String, Object> related(int id, Map<String, Object> physical, String words) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("id", id);
        location.put("physicalLocation", physical);
        location.put("message", Map.of("text", plain(words)));
        return location;
    }

    private static Map<String, Object> code(CodePlace place) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", Math.max(1, place.line()));
        if (place.endLine() > place.line()) {
            region.put("endLine", place.endLine());
        }
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(place.path()));
        artifact.put("uriBaseId", SOURCE_ROOT);
        return physical(artifact, region);
    }

    private static Map<String, Object> raw(Place place) {
        Map<String, Object> region = new LinkedHashMap<>();
        if (place.line() > 0) {
            region.put("startLine", place.line());
        } else {
            region.put("byteOffset", place.origin().offset());
        }
        return physical(Map.of("uri", uri(place.input())), region);
    }

    private static Map<String, Object> physical(Map<String, Object> artifact, Map<String, Object> region) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact);
        physical.put("region", region);
        return physical;
    }

    /// A path as a reference: absolute ones as `file:`, all else relative, what has a meaning in one escaped.
    static String uri(String path) {
        String slashed = path.replace('\\', '/');
        boolean absolute = slashed.startsWith("/") || slashed.matches("[A-Za-z]:/.*");
        StringBuilder uri = new StringBuilder(absolute ? slashed.startsWith("/") ? "file://" : "file:///" : "");
        for (byte each : slashed.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xFF);
            boolean letter = c < 0x80 && Character.isLetterOrDigit(c);
            // A colon in the first part of a relative path would end a scheme.
            if (letter || (PLAIN_IN_URI.indexOf(c) >= 0 && (c != ':' || absolute))) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        // Two slashes in front would begin the name of a host.
        return absolute ? uri.toString() : uri.toString().replaceFirst("^/+", "");
    }

    /// Text as text: no link within, no place to be filled.
    static String plain(String words) {
        String text = Visible.of(words);
        String unlinked = text.contains("](") ? text.replace("[", "\\[").replace("]", "\\]") : text;
        return unlinked.matches("(?s).*\\{\\d+}.*")
                ? unlinked.replace("{", "{{").replace("}", "}}")
                : unlinked;
    }
}

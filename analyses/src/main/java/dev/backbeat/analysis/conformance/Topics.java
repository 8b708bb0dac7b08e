package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.store.CodeRows;
import dev.backbeat.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one build's production, manifests and code say of topics.
final class Topics {

    private static final String TOPIC = "topic";
    private static final Pattern HOLE = Pattern.compile("\\*+");

    private final Map<String, Topic> topics = new TreeMap<>();
    private final List<Route> routes = new ArrayList<>();
    /// By kind and topic; those with holes under the kind alone.
    private final Map<String, List<Use>> uses = new HashMap<>();

    /// A way that a manifest documents.
    ///
    /// @param plugin who is asked to play; empty where the manifest names nobody
    /// @param sequence empty where it leads nowhere
    record Route(String kind, String name, String plugin, String sequence, CodePlace place) {

        boolean leads() {
            return !sequence.isEmpty();
        }

        /// Whether production took this way; a manifest that names no plugin allows any.
        boolean allows(String otherPlugin, String otherSequence) {
            return sequence.equals(otherSequence)
                    && (plugin.isEmpty() || otherPlugin.isEmpty() || plugin.equals(otherPlugin));
        }
    }

    /// A call in code; its topic may have holes.
    ///
    /// @param callee what is called, as it is written
    record Use(
            String topic,
            String callee,
            CodePlace place,
            @Nullable Pattern pattern) {

        boolean means(String other) {
            return pattern == null
                    ? topic.equals(other)
                    : pattern.matcher(other).matches();
        }
    }

    /// Events of one kind that led to one sequence, or that one sequence subscribed with.
    record Seen(String plugin, String sequence, long events, long place) {}

    /// One topic.
    static final class Topic {

        final String name;
        final List<Route> documented = new ArrayList<>();
        final List<Seen> routed = new ArrayList<>();
        final List<Seen> subscribed = new ArrayList<>();
        long published;
        long withoutRoute;
        long place;

        Topic(String name) {
            this.name = name;
        }

        /// Whether a manifest gives it a route.
        boolean hasRoute() {
            return documented.stream().anyMatch(Route::leads);
        }

        /// Whether every manifest that has it gives it a route.
        boolean hasRouteEverywhere() {
            Set<String> without = new HashSet<>();
            Set<String> with = new HashSet<>();
            documented.forEach(route -> (route.leads() ? with : without)
                    .add(route.place().checkout() + "\0" + route.place().path()));
            return !with.isEmpty() && with.containsAll(without);
        }
    }

    /// All builds, in the order of their numbers; what only code says of builds without a session is left
    /// out.
    static Map<Asked.Build, Topics> read(Asked asked) {
        Map<Asked.Build, Topics> builds = new LinkedHashMap<>();
        asked.rows("topics.sql", row -> {
            builds.computeIfAbsent(asked.build(row), unused -> new Topics()).happened(row);
            return true;
        });
        asked.rows("routes.sql", row -> {
            Topics of = builds.get(Asked.Build.of(row));
            return of != null && of.documented(row);
        });
        asked.rows("topic-uses.sql", row -> {
            Topics of = builds.get(Asked.Build.of(row));
            return of != null && of.used(row);
        });
        return builds;
    }

    private void happened(Row row) {
        Topic topic = topic(row.textAt(TOPIC).orElse(""));
        long events = row.longAt("events");
        long place = row.longAt("place");
        Seen seen = new Seen(
                row.textAt("plugin").orElse(""), row.textAt("sequence_id").orElse(""), events, place);
        switch (row.textAt("kind").orElse("")) {
            case "published" -> {
                topic.published += events;
                topic.withoutRoute += row.longAt("without_route");
                topic.place = topic.place == 0 ? place : Math.min(topic.place, place);
            }
            case "routed" -> topic.routed.add(seen);
            case "subscribed" -> topic.subscribed.add(seen);
            default -> {
                // Deliveries repeat publications; what is blocked or given up changes nothing here.
            }
        }
    }

    private boolean documented(Row row) {
        Route route = new Route(
                row.textAt("kind").orElse(""),
                row.textAt("name").orElse(""),
                row.textAt("plugin").orElse(""),
                row.textAt("sequence_id").orElse(""),
                CodeRows.place(row));
        routes.add(route);
        return route.kind().equals(TOPIC) && topic(route.name()).documented.add(route);
    }

    private boolean used(Row row) {
        String topic = row.textAt(TOPIC).orElse("");
        if (HOLE.matcher(topic).replaceAll("").isBlank()) {
            return false;
        }
        String kind = row.textAt("kind").orElse("");
        Pattern pattern = topic.indexOf('*') < 0 ? null : pattern(topic);
        return uses.computeIfAbsent(pattern == null ? kind + "\0" + topic : kind, unused -> new ArrayList<>())
                .add(new Use(topic, row.textAt("callee").orElse(""), CodeRows.place(row), pattern));
    }

    private static Pattern pattern(String topic) {
        StringBuilder regex = new StringBuilder();
        for (String part : HOLE.split(topic, -1)) {
            regex.append(Pattern.quote(part)).append(".*");
        }
        return Pattern.compile(regex.substring(0, regex.length() - 2));
    }

    private Topic topic(String name) {
        return topics.computeIfAbsent(name, Topic::new);
    }

    List<Topic> all() {
        return List.copyOf(topics.values());
    }

    List<Route> routes() {
        return routes;
    }

    /// Whether a manifest of this build documents topics.
    boolean hasManifest() {
        return routes.stream().anyMatch(route -> route.kind().equals(TOPIC));
    }

    /// Where code does something of a kind with a topic: `subscribe`, `publish` or `play`.
    List<CodePlace> places(String kind, String topic) {
        List<Use> literal = uses.getOrDefault(kind + "\0" + topic, List.of());
        return Stream.concat(
                        literal.stream(),
                        uses.getOrDefault(kind, List.of()).stream().filter(use -> use.means(topic)))
                .map(Use::place)
                .distinct()
                .toList();
    }

    /// All calls of a kind.
    List<Use> uses(String kind) {
        return uses.entrySet().stream()
                .filter(entry -> entry.getKey().equals(kind) || entry.getKey().startsWith(kind + "\0"))
                .flatMap(entry -> entry.getValue().stream())
                .sorted(Comparator.comparing(Use::topic)
                        .thenComparing(use -> use.place().toString()))
                .toList();
    }
}

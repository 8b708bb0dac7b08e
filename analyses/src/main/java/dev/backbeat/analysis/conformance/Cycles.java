package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Severity;
import dev.backbeat.store.CodeRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Finds sequences that publish what leads back to them. That a handler publishes is read from its code: a
/// message that only falls into the time of an execution is none of its own.
final class Cycles {

    private final Asked asked;
    private final Tallies tallies;
    private final Map<Asked.Build, Topics> builds;

    /// A handler and where it stands.
    private record Handler(HandlerKey key, CodePlace code) {

        boolean holds(CodePlace call) {
            return call.checkout().equals(code.checkout())
                    && call.path().equals(code.path())
                    && call.line() >= code.line()
                    && call.line() <= code.endLine();
        }
    }

    /// From a sequence over a topic to the next sequence.
    ///
    /// @param taken how many messages went this way, 0 where it is only written down
    /// @param place the first of them
    private record Edge(
            String from, Handler handler, CodePlace call, String topic, String to, long taken, long place) {}

    /// Messages of a topic that were published while a sequence executed a beat.
    private record Published(long events, long place) {}

    Cycles(Asked asked, Tallies tallies, Map<Asked.Build, Topics> builds) {
        this.asked = asked;
        this.tallies = tallies;
        this.builds = builds;
    }

    List<Finding> find() {
        Map<Asked.Build, Map<String, List<Handler>>> handlers = new HashMap<>();
        asked.rows("handler-code.sql", row -> {
            HandlerKey key = new HandlerKey(
                    row.textAt("plugin").orElse(""),
                    row.textAt("sequence_id").orElse(""),
                    row.textAt("handler").orElse(""));
            return handlers.computeIfAbsent(Asked.Build.of(row), unused -> new TreeMap<>())
                    .computeIfAbsent(key.sequence(), unused -> new ArrayList<>())
                    .add(new Handler(key, CodeRows.place(row)));
        });
        Map<Asked.Build, Map<String, Published>> published = new HashMap<>();
        asked.rows(
                "publishers.sql",
                row -> published
                        .computeIfAbsent(asked.build(row), unused -> new HashMap<>())
                        .put(
                                row.textAt("sequence").orElse("?") + "\n"
                                        + row.textAt("topic").orElse(""),
                                new Published(row.longAt("events"), row.longAt("place"))));
        Map<Set<String>, Sighting> found = new LinkedHashMap<>();
        builds.forEach((build, topics) -> {
            List<Edge> edges =
                    edges(topics, handlers.getOrDefault(build, Map.of()), published.getOrDefault(build, Map.of()));
            tallies.checked(RoutingRules.CYCLE, edges.size());
            circles(edges).forEach(circle -> sight(found, circle));
        });
        return found.values().stream().map(one -> one.finding(asked)).toList();
    }

    private static List<Edge> edges(
            Topics topics, Map<String, List<Handler>> handlers, Map<String, Published> published) {
        Map<String, List<Handler>> byFile = new HashMap<>();
        handlers.values()
                .forEach(all -> all.forEach(handler -> byFile.computeIfAbsent(
                                handler.code().checkout() + "\0"
                                        + handler.code().path(),
                                unused -> new ArrayList<>())
                        .add(handler)));
        Map<String, Topics.Topic> named = new HashMap<>();
        topics.all().forEach(topic -> named.put(topic.name, topic));
        List<Edge> edges = new ArrayList<>();
        for (Topics.Use use : topics.uses("publish")) {
            Topics.Topic topic = named.get(use.topic());
            CodePlace call = use.place();
            for (Handler handler : byFile.getOrDefault(call.checkout() + "\0" + call.path(), List.of())) {
                if (topic != null && handler.holds(call)) {
                    String from = handler.key().sequence();
                    Published seen = published.getOrDefault(from + "\n" + topic.name, new Published(0, 0));
                    Set<String> led = new TreeSet<>();
                    topic.routed.forEach(one -> led.add(one.sequence()));
                    led.forEach(to ->
                            edges.add(new Edge(from, handler, call, topic.name, to, seen.events(), seen.place())));
                    topic.documented.stream()
                            .filter(route -> route.leads() && !led.contains(route.sequence()))
                            .map(Topics.Route::sequence)
                            .distinct()
                            .forEach(to -> edges.add(new Edge(from, handler, call, topic.name, to, 0, 0)));
                }
            }
        }
        for (Topics.Use use : topics.uses("play")) {
            CodePlace call = use.place();
            for (Handler handler : byFile.getOrDefault(call.checkout() + "\0" + call.path(), List.of())) {
                if (handler.holds(call)) {
                    edges.add(new Edge(handler.key().sequence(), handler, call, "", use.topic(), 0, 0));
                }
            }
        }
        return edges;
    }

    /// The edges of each set of sequences that all lead to one another.
    private static List<List<Edge>> circles(List<Edge> edges) {
        Map<String, Set<String>> next = new TreeMap<>();
        edges.forEach(edge ->
                next.computeIfAbsent(edge.from(), unused -> new TreeSet<>()).add(edge.to()));
        Map<String, Set<String>> reached = new TreeMap<>();
        next.keySet().forEach(from -> reached.put(from, reach(next, from)));
        Set<String> done = new HashSet<>();
        List<List<Edge>> circles = new ArrayList<>();
        reached.forEach((from, all) -> {
            if (!all.contains(from) || done.contains(from)) {
                return;
            }
            Set<String> members = all.stream()
                    .filter(other -> reached.getOrDefault(other, Set.of()).contains(from))
                    .collect(Collectors.toCollection(TreeSet::new));
            done.addAll(members);
            circles.add(edges.stream()
                    .filter(edge -> members.contains(edge.from()) && members.contains(edge.to()))
                    .toList());
        });
        return circles;
    }

    private static Set<String> reach(Map<String, Set<String>> next, String from) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(next.getOrDefault(from, Set.of()));
        while (!open.isEmpty()) {
            String one = open.pop();
            if (reached.add(one)) {
                open.addAll(next.getOrDefault(one, Set.of()));
            }
        }
        return reached;
    }

    private void sight(Map<Set<String>, Sighting> found, List<Edge> circle) {
        List<Edge> taken = circle.stream()
                .filter(edge -> edge.taken() > 0)
                .sorted(Comparator.comparingLong(Edge::place))
                .toList();
        // It was gone round where what was taken of it leads back as well.
        List<Edge> round = circles(taken).stream().findFirst().orElse(List.of());
        boolean seen = !round.isEmpty();
        List<Edge> told = seen ? round : circle;
        Edge first = told.getFirst();
        Set<String> key =
                told.stream().map(edge -> edge.from() + "\n" + edge.topic()).collect(Collectors.toSet());
        Sighting one = found.computeIfAbsent(
                key,
                unused -> new Sighting(
                        RoutingRules.CYCLE,
                        seen ? Severity.WARNING : Severity.INFO,
                        seen
                                ? "make sure that it ends; see the first round with `backbeat raw {raw}`"
                                : "make sure that it ends; no session went round so far"));
        told.forEach(edge -> one.counts(edge.taken(), edge.place()));
        if (!seen && one.count() == 0) {
            one.counts(1, 0);
        }
        one.of(first.from(), first.handler().key())
                .at(List.of(first.handler().code()))
                .at(told.stream().map(Edge::call).toList())
                .says("`%s` leads back to itself: %s; %s"
                        .formatted(
                                first.from(),
                                way(told),
                                seen
                                        ? "%s went this way".formatted(RoutingRules.messages(one.count()))
                                        : "code and manifests say so, no session went round"));
    }

    /// The way round, from the first edge on.
    private static String way(List<Edge> circle) {
        StringBuilder words = new StringBuilder();
        Set<String> met = new HashSet<>();
        Edge at = circle.getFirst();
        String home = at.from();
        while (at != null && met.add(at.from() + "\n" + at.topic())) {
            words.append(words.isEmpty() ? "" : ", which ")
                    .append(at.topic().isEmpty() ? "plays" : "publishes `%s` to".formatted(at.topic()))
                    .append(" `%s`".formatted(at.to()));
            String here = at.to();
            at = here.equals(home)
                    ? null
                    : circle.stream()
                            .filter(edge -> edge.from().equals(here))
                            .filter(edge -> !met.contains(edge.from() + "\n" + edge.topic()))
                            .findFirst()
                            .orElse(null);
        }
        return words.toString();
    }
}

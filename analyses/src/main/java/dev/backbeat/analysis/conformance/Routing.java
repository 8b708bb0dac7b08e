package dev.backbeat.analysis.conformance;

import dev.backbeat.model.CodePlace;
import dev.backbeat.model.Finding;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares the routes that messages took with those of manifests, and with the calls in code.
final class Routing {

    /// Of findings of one kind the first ones are told one by one.
    private static final int MOST_TOLD = 20;

    private static final int MOST_NAMED = 3;

    private final Asked asked;
    private final Documents documents;
    private final Tallies tallies;
    private final Map<Asked.Build, Topics> builds;
    /// What any build published to, and what anybody subscribed to in any.
    private final Set<String> published = new HashSet<>();
    private final Set<String> heard = new HashSet<>();
    private final Map<String, Sighting> sightings = new LinkedHashMap<>();
    private final Map<String, Set<String>> folded = new LinkedHashMap<>();
    private final Map<String, Conformance.TopicLine> lines = new TreeMap<>();

    Routing(Asked asked, Documents documents, Tallies tallies) {
        this.asked = asked;
        this.documents = documents;
        this.tallies = tallies;
        this.builds = Topics.read(asked);
        builds.values().stream().flatMap(of -> of.all().stream()).forEach(topic -> {
            if (topic.published > 0 || !topic.routed.isEmpty()) {
                published.add(topic.name);
            }
            if (!topic.subscribed.isEmpty()) {
                heard.add(topic.name);
            }
        });
    }

    /// Whether messages that were delivered on no route are lost; not where code subscribes, and told of
    /// otherwise where a manifest has a route.
    boolean isLost(String topic) {
        return builds.values().stream()
                .noneMatch(of -> !of.places("subscribe", topic).isEmpty()
                        || of.all().stream().anyMatch(one -> one.name.equals(topic) && one.hasRouteEverywhere()));
    }

    /// Where code publishes to a topic, else where a manifest has it, of the last build that says so.
    @Nullable
    CodePlace place(String topic) {
        CodePlace found = null;
        for (Topics of : builds.values()) {
            List<CodePlace> published = of.places("publish", topic);
            List<CodePlace> documented = of.all().stream()
                    .filter(one -> one.name.equals(topic))
                    .flatMap(one -> one.documented.stream())
                    .map(Topics.Route::place)
                    .toList();
            List<CodePlace> places = published.isEmpty() ? documented : published;
            found = places.isEmpty() ? found : places.getFirst();
        }
        return found;
    }

    List<Finding> compare() {
        builds.forEach((build, topics) -> {
            for (Topics.Topic topic : topics.all()) {
                tallies.checked(RoutingRules.OTHER_ROUTE, topic.documented.isEmpty() ? 0 : routed(topic));
                otherRoutes(build, topics, topic);
                missingRoute(topics, topic);
                undocumented(topics, topic);
                line(topics, topic);
            }
            undefined(build, topics);
            neverPublished(topics);
            subscriptions(build, topics);
        });
        List<Finding> findings = new ArrayList<>();
        sightings.values().forEach(one -> findings.add(one.finding(asked)));
        findings.addAll(new Cycles(asked, tallies, builds).find());
        return findings;
    }

    private static long routed(Topics.Topic topic) {
        return topic.routed.stream().mapToLong(Topics.Seen::events).sum();
    }

    private Sighting sighting(String key, Supplier<Sighting> fresh) {
        return sightings.computeIfAbsent(key, unused -> fresh.get());
    }

    private void otherRoutes(Asked.Build build, Topics topics, Topics.Topic topic) {
        if (topic.documented.isEmpty()) {
            return;
        }
        for (Topics.Seen seen : topic.routed) {
            if (topic.documented.stream().anyMatch(route -> route.allows(seen.plugin(), seen.sequence()))) {
                continue;
            }
            Set<String> allowed = topic.documented.stream()
                    .filter(Topics.Route::leads)
                    .map(route -> RoutingRules.route(route.plugin(), route.sequence()))
                    .collect(Collectors.toCollection(TreeSet::new));
            Sighting one = sighting(
                    RoutingRules.OTHER_ROUTE + "\n" + topic.name + "\n" + seen.plugin() + "\n" + seen.sequence(),
                    () -> new Sighting(
                            RoutingRules.OTHER_ROUTE,
                            allowed.isEmpty() ? Severity.WARNING : Severity.ERROR,
                            "see which manifest the session read, and the lines around it with `backbeat raw {raw}`"));
            HandlerKey handler = handler(build, seen);
            if (handler != null) {
                documents.code(build, handler.sequence(), handler.handler()).ifPresent(code -> one.at(List.of(code)));
            }
            one.of(seen.sequence(), handler)
                    .at(topic.documented.stream().map(Topics.Route::place).toList())
                    .at(topics.places("publish", topic.name))
                    .counts(seen.events(), seen.place())
                    .says("topic `%s` led to `%s` with %s, documented is %s"
                            .formatted(
                                    topic.name,
                                    RoutingRules.route(seen.plugin(), seen.sequence()),
                                    RoutingRules.messages(one.count()),
                                    allowed.isEmpty() ? "no route" : "`" + String.join("` or `", allowed) + "`"));
        }
    }

    /// The handler that a message reaches first.
    private @Nullable HandlerKey handler(Asked.Build build, Topics.Seen seen) {
        return documents.of(build, seen.sequence()).stream()
                .flatMap(document -> document.flow().beats().stream())
                .filter(beat -> beat.handler() != null)
                .findFirst()
                .map(beat -> new HandlerKey(seen.plugin(), seen.sequence(), String.valueOf(beat.handler())))
                .orElse(null);
    }

    private void missingRoute(Topics topics, Topics.Topic topic) {
        if (topic.published > 0 && topic.hasRoute()) {
            tallies.checked(RoutingRules.MISSING_ROUTE, topic.published);
        }
        if (topic.withoutRoute == 0 || !topic.hasRouteEverywhere()) {
            return;
        }
        Sighting one = sighting(
                RoutingRules.MISSING_ROUTE + "\n" + topic.name,
                () -> new Sighting(
                        RoutingRules.MISSING_ROUTE,
                        Severity.ERROR,
                        "see which manifest the session read, and the lines around it with `backbeat raw {raw}`"));
        String route = topic.documented.stream()
                .filter(Topics.Route::leads)
                .map(way -> RoutingRules.route(way.plugin(), way.sequence()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("` or `"));
        one.at(topic.documented.stream().map(Topics.Route::place).toList())
                .at(topics.places("publish", topic.name))
                .counts(topic.withoutRoute, topic.place)
                .says("%s on topic `%s` took no route, documented is `%s`"
                        .formatted(RoutingRules.messages(one.count()), topic.name, route));
    }

    private void undocumented(Topics topics, Topics.Topic topic) {
        if (!topics.hasManifest() || topic.published == 0) {
            return;
        }
        tallies.checked(RoutingRules.UNDOCUMENTED_TOPIC, topic.published);
        if (!topic.documented.isEmpty()) {
            return;
        }
        Sighting one = limited(
                RoutingRules.UNDOCUMENTED_TOPIC,
                topic.name,
                Severity.WARNING,
                "add it to the manifest of topics, or find out who still publishes to it");
        one.at(topics.places("publish", topic.name)).counts(topic.published, topic.place);
        one.says("topic `%s` is in no manifest and was published to with %s"
                .formatted(topic.name, RoutingRules.messages(one.count())));
    }

    /// One finding for each name until there are too many, then one for all others.
    private Sighting limited(String rule, String name, Severity severity, String hint) {
        String key = rule + "\n" + name;
        boolean told = sightings.containsKey(key)
                || sightings.keySet().stream()
                                .filter(other -> other.startsWith(rule + "\n"))
                                .count()
                        < MOST_TOLD;
        return sighting(told ? key : rule + "\n…", () -> new Sighting(rule, severity, hint));
    }

    /// Sequences that manifests name and no document has: each that production was led to, all others as
    /// one.
    private void undefined(Asked.Build build, Topics topics) {
        if (!documents.has(build)) {
            return;
        }
        Map<String, List<CodePlace>> unknown = new TreeMap<>();
        for (Topics.Route route : topics.routes()) {
            if (route.leads()) {
                tallies.checked(RoutingRules.UNDEFINED, 1);
                if (documents.of(build, route.sequence()).isEmpty()) {
                    unknown.computeIfAbsent(route.sequence(), unused -> new ArrayList<>())
                            .add(route.place());
                }
            }
        }
        Map<String, Topics.Seen> taken = new TreeMap<>();
        topics.all().forEach(topic -> topic.routed.forEach(seen -> taken.putIfAbsent(seen.sequence(), seen)));
        List<String> idle = new ArrayList<>();
        unknown.forEach((sequence, places) -> {
            Topics.Seen seen = taken.get(sequence);
            if (seen == null) {
                idle.add(sequence);
                return;
            }
            Sighting one = limited(
                    RoutingRules.UNDEFINED,
                    sequence,
                    Severity.ERROR,
                    "write its sequence document, or mend the name in the manifest");
            one.of(sequence, null).at(places).counts(seen.events(), seen.place());
            one.says("sequence `%s` is named by a manifest, no file defines it, and %s led to it"
                    .formatted(sequence, RoutingRules.messages(one.count())));
        });
        if (!idle.isEmpty()) {
            folded(
                    RoutingRules.UNDEFINED + "\nidle",
                    RoutingRules.UNDEFINED,
                    idle,
                    unknown.entrySet().stream()
                            .filter(entry -> idle.contains(entry.getKey()))
                            .flatMap(entry -> entry.getValue().stream().limit(1))
                            .toList(),
                    "%s that manifests name %s defined by no file, and no message led there: %s",
                    "sequence",
                    "write their sequence documents, or take them out of the manifests");
        }
    }

    private void neverPublished(Topics topics) {
        List<String> names = new ArrayList<>();
        Set<CodePlace> places = new LinkedHashSet<>();
        for (Topics.Topic topic : topics.all()) {
            if (!topic.hasRoute()) {
                continue;
            }
            tallies.checked(RoutingRules.NEVER_PUBLISHED, 1);
            if (!published.contains(topic.name)) {
                names.add(topic.name);
                topic.documented.stream()
                        .filter(Topics.Route::leads)
                        .limit(1)
                        .forEach(route -> places.add(route.place()));
            }
        }
        folded(
                RoutingRules.NEVER_PUBLISHED,
                RoutingRules.NEVER_PUBLISHED,
                names,
                places,
                "%s with a documented route %s never published to in any session: %s",
                "topic",
                "not all that can happen happens in a few sessions; the table of topics lists them");
    }

    private void subscriptions(Asked.Build build, Topics topics) {
        // What is listened to with `on` or `addEventListener` may be no topic at all.
        List<Topics.Use> uses = topics.uses("subscribe").stream()
                .filter(use -> use.callee().endsWith("subscribe"))
                .toList();
        if (topics.uses("subscribe").isEmpty()) {
            return;
        }
        Set<String> silent = new TreeSet<>();
        Set<CodePlace> places = new LinkedHashSet<>();
        for (Topics.Use use : uses) {
            tallies.checked(RoutingRules.NEVER_SUBSCRIBED, 1);
            if (heard.stream().noneMatch(use::means)) {
                silent.add(use.topic());
                places.add(use.place());
            }
        }
        folded(
                RoutingRules.NEVER_SUBSCRIBED,
                RoutingRules.NEVER_SUBSCRIBED,
                silent,
                places,
                "%s %s subscribed to in code and by nobody in production: %s",
                "topic",
                "the code did not run, or whoever delivers them writes no line; the table of topics lists them");
        List<String> foreign = new ArrayList<>();
        long first = 0;
        for (Topics.Topic topic : topics.all()) {
            for (Topics.Seen seen : topic.subscribed) {
                tallies.checked(RoutingRules.UNKNOWN_SUBSCRIBER, seen.events());
                boolean known = documentedEvent(build, seen.sequence(), topic.name)
                        || !topics.places("subscribe", topic.name).isEmpty();
                if (!known && !foreign.contains(topic.name)) {
                    foreign.add(topic.name);
                    first = first == 0 ? seen.place() : Math.min(first, seen.place());
                }
            }
        }
        Sighting one = folded(
                RoutingRules.UNKNOWN_SUBSCRIBER,
                RoutingRules.UNKNOWN_SUBSCRIBER,
                foreign,
                List.of(),
                "%s %s subscribed to in production by code that no checkout has: %s",
                "topic",
                "a library or a host subscribes, or a name that is made only when the code runs; name its"
                        + " checkout with `--code`");
        if (one != null) {
            one.counts(0, first);
        }
    }

    /// Whether a sequence subscribes to the event of its own beat.
    private boolean documentedEvent(Asked.Build build, String sequence, String event) {
        return !sequence.isEmpty()
                && documents.of(build, sequence).stream()
                        .flatMap(document -> document.flow().beats().stream())
                        .anyMatch(beat -> event.equals(beat.event()));
    }

    /// One finding for many names.
    private @Nullable Sighting folded(
            String key,
            String rule,
            Collection<String> newNames,
            Iterable<CodePlace> places,
            String words,
            String what,
            String hint) {
        if (newNames.isEmpty()) {
            return null;
        }
        Sighting one = sighting(key, () -> new Sighting(rule, Severity.INFO, hint));
        Set<String> names = folded.computeIfAbsent(key, unused -> new TreeSet<>());
        names.addAll(newNames);
        String listed = names.stream().limit(MOST_NAMED).map("`%s`"::formatted).collect(Collectors.joining(", "))
                + (names.size() > MOST_NAMED ? ", …" : "");
        String counted = "%,d %s".formatted(names.size(), names.size() == 1 ? what : what + "s");
        String verb = names.size() == 1 ? "is" : "are";
        one.counts(names.size() - one.count(), 0).says(words.formatted(counted, verb, listed));
        return one.at(places);
    }

    private void line(Topics topics, Topics.Topic topic) {
        Conformance.TopicLine fresh = new Conformance.TopicLine(
                topic.name,
                topic.published,
                topic.withoutRoute,
                routes(topic.routed),
                topic.documented.stream()
                        .filter(Topics.Route::leads)
                        .map(route -> RoutingRules.route(route.plugin(), route.sequence()))
                        .distinct()
                        .toList(),
                topic.documented.stream().map(Topics.Route::place).limit(1).toList(),
                topics.places("publish", topic.name),
                topics.places("subscribe", topic.name),
                !topics.hasManifest() || !topic.documented.isEmpty());
        if (fresh.published() > 0
                || !topic.documented.isEmpty()
                || !fresh.subscribers().isEmpty()
                || !fresh.publishers().isEmpty()) {
            lines.merge(topic.name, fresh, Conformance.TopicLine::with);
        }
    }

    private static List<String> routes(List<Topics.Seen> seen) {
        return seen.stream()
                .map(one -> RoutingRules.route(one.plugin(), one.sequence()))
                .distinct()
                .toList();
    }

    /// All topics, those that were published to the most first.
    List<Conformance.TopicLine> topics() {
        return lines.values().stream().sorted(Conformance.TopicLine.ORDER).toList();
    }
}

package dev.backbeat.measure.petri;

import dev.backbeat.measure.alignment.Net;
import dev.backbeat.model.BackbeatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts a net together from the elements of its file.
final class PnmlParts {
    private static final int MOST_TOKENS = 100;

    private final String name;
    private final PnmlElement root;
    private final Net.Builder net = Net.builder();
    private final Map<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> transitions = new LinkedHashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final List<PnmlElement> arcs = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Set<Integer> left = new HashSet<>();
    private int weights;

    PnmlParts(String name, PnmlElement root) {
        this.name = name;
        this.root = root;
    }

    PetriNet net() {
        if (!root.name().equals("pnml")) {
            throw broken(root, "is no PNML: its root is `" + root.name() + "`");
        }
        List<PnmlElement> nets = root.children("net").toList();
        if (nets.size() != 1) {
            throw broken(nets.isEmpty() ? root : nets.get(1), "has %d nets instead of one".formatted(nets.size()));
        }
        PnmlElement file = nets.getFirst();
        page(file);
        arcs.forEach(this::arc);
        end(file);
        String called = file.text("name").filter(text -> !text.isEmpty()).orElse(file.attribute("id").orElse(name));
        return new PetriNet(
                called,
                net.build(),
                List.copyOf(places.keySet()),
                List.copyOf(transitions.keySet()),
                lines);
    }

    private void page(PnmlElement page) {
        page.children("place").forEach(this::place);
        page.children("transition").forEach(this::transition);
        page.children("referencePlace").forEach(this::reference);
        page.children("referenceTransition").forEach(this::reference);
        page.children("arc").forEach(arcs::add);
        page.children("page").forEach(this::page);
    }

    private void place(PnmlElement element) {
        int place = net.place();
        places.put(newId(element), place);
        if (element.child("type").flatMap(type -> type.child("structure")).isPresent()) {
            throw broken(element, "is of a coloured net: its places have types");
        }
        if (element.child("initialMarking").isPresent()) {
            int tokens = number(element, element.text("initialMarking").orElse(""), "a number of tokens");
            for (int token = 0; token < tokens; token++) {
                net.initial(place);
            }
        }
    }

    private void transition(PnmlElement element) {
        String id = newId(element);
        transitions.put(id, net.transition(label(element, id)));
        lines.add(element.line());
    }

    private static @Nullable String label(PnmlElement element, String id) {
        boolean invisible = element.children("toolspecific")
                .flatMap(tool -> tool.attribute("activity").stream())
                .anyMatch("$invisible$"::equals);
        String label = element.text("name").orElse(id);
        return invisible || label.isEmpty() ? null : label;
    }

    private void reference(PnmlElement element) {
        references.put(newId(element), attribute(element, "ref"));
    }

    private String newId(PnmlElement element) {
        String id = attribute(element, "id");
        if (places.containsKey(id) || transitions.containsKey(id) || references.containsKey(id)) {
            throw broken(element, "has the id `%s` a second time".formatted(id));
        }
        if (places.size() + transitions.size() + references.size() >= PnmlReader.MOST_NODES) {
            throw broken(element, "has more than %,d places and transitions".formatted(PnmlReader.MOST_NODES));
        }
        return id;
    }

    private void arc(PnmlElement arc) {
        arc.child("type")
                .or(() -> arc.child("arctype"))
                .map(type -> type.attribute("value").or(() -> type.text("text")).orElseGet(() -> text(type)))
                .filter(type -> !type.isEmpty() && !type.equals("normal"))
                .ifPresent(type -> {
                    throw broken(arc, "has an arc of the kind `%s`, which no place/transition net has".formatted(type));
                });
        String source = resolved(arc, "source");
        String target = resolved(arc, "target");
        int weight = arc.child("inscription").isPresent()
                ? number(arc, arc.text("inscription").orElse(""), "a weight")
                : 1;
        weights += weight;
        if (weight == 0 || weights > PnmlReader.MOST_ARCS) {
            throw broken(arc, weight == 0 ? "has an arc of weight 0" : "has too many arcs");
        }
        Integer from = places.get(source);
        Integer to = places.get(target);
        if ((from == null) == (to == null)) {
            throw broken(arc, "has an arc between two " + (from == null ? "transitions" : "places"));
        }
        for (int token = 0; token < weight; token++) {
            if (from != null) {
                net.input(known(transitions, target), from);
                left.add(from);
            } else if (to != null) {
                net.output(known(transitions, source), to);
            }
        }
    }

    private static String text(PnmlElement type) {
        return type.child("text").map(PnmlElement::ownText).orElseGet(type::ownText);
    }

    private static int known(Map<String, Integer> numbers, String id) {
        return numbers.getOrDefault(id, -1);
    }

    /// The id that an end of an arc is about, through references.
    private String resolved(PnmlElement arc, String end) {
        String id = attribute(arc, end);
        for (int hops = 0; references.containsKey(id) && hops <= references.size(); hops++) {
            id = references.getOrDefault(id, id);
        }
        if (!places.containsKey(id) && !transitions.containsKey(id)) {
            throw broken(arc, "has an arc whose %s `%s` is not there".formatted(end, id));
        }
        return id;
    }

    private void end(PnmlElement file) {
        List<PnmlElement> markings = file.children("finalmarkings")
                .flatMap(all -> all.children("marking"))
                .toList();
        if (markings.size() > 1) {
            throw broken(markings.get(1), "has %d final markings instead of one".formatted(markings.size()));
        }
        if (markings.size() == 1) {
            markings.getFirst().children("place").forEach(this::endIn);
            return;
        }
        List<Integer> sinks =
                places.values().stream().filter(place -> !left.contains(place)).toList();
        if (sinks.size() != 1) {
            throw broken(
                    file,
                    "has no final marking, and %d places that no arc leaves instead of one".formatted(sinks.size()));
        }
        net.end(sinks.getFirst());
    }

    private void endIn(PnmlElement element) {
        String id = attribute(element, "idref");
        Integer place = places.get(id);
        if (place == null) {
            throw broken(element, "has a final marking of the place `%s`, which is not there".formatted(id));
        }
        int tokens = number(element, element.child("text").map(PnmlElement::ownText).orElse("1"), "a number of tokens");
        for (int token = 0; token < tokens; token++) {
            net.end(place);
        }
    }

    private String attribute(PnmlElement element, String key) {
        Optional<String> value = element.attribute(key);
        return value.orElseThrow(() -> broken(element, "has a `%s` without `%s`".formatted(element.name(), key)));
    }

    /// A number; some tools write the kind of token in front of it, as in `Default,1`.
    private int number(PnmlElement element, String text, String what) {
        String digits = text.startsWith("Default,") ? text.substring("Default,".length()) : text;
        try {
            int number = Integer.parseInt(digits.strip());
            if (number >= 0 && number <= MOST_TOKENS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw broken(element, "says `%s` where %s has to stand".formatted(text, what)).causedBy(e);
        }
        throw broken(element, "says `%s` where %s from 0 to %d has to stand".formatted(text, what, MOST_TOKENS));
    }

    private BackbeatException broken(PnmlElement element, String what) {
        return PnmlElements.broken(name, element.line(), what);
    }
}

package dev.backbeat.measure.petri;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// An element of a PNML file, whatever its namespace.
final class PnmlElement {
    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final List<PnmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    PnmlElement(String name, int line, Map<String, String> attributes) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    /// The line that its start tag ends on.
    int line() {
        return line;
    }

    void add(PnmlElement child) {
        children.add(child);
    }

    void add(String characters) {
        text.append(characters);
    }

    Optional<String> attribute(String key) {
        return Optional.ofNullable(attributes.get(key));
    }

    Stream<PnmlElement> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted));
    }

    Optional<PnmlElement> child(String wanted) {
        return children(wanted).findFirst();
    }

    /// Its own characters without white space around them.
    String ownText() {
        return text.toString().strip();
    }

    /// What the `text` of a child says, as names, markings and inscriptions do.
    Optional<String> text(String child) {
        return child(child).flatMap(element -> element.child("text")).map(PnmlElement::ownText);
    }
}

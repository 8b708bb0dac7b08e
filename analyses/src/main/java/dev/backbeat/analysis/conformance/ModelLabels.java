package dev.backbeat.analysis.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What beats are called in a Petri net: by their event, by event and lifecycle as ProM writes both in one
/// label, or by their title, whichever label the net has.
final class ModelLabels {

    private static final String START = "+start";
    private static final String COMPLETE = "+complete";

    private final Set<String> labels;
    private final Set<String> matched = new HashSet<>();
    private final List<String> unknown = new ArrayList<>();

    ModelLabels(Collection<String> labels) {
        this.labels = new HashSet<>(labels);
    }

    /// An execution as the net calls it.
    ///
    /// @param labels in order
    /// @param beats of each label the position of its beat
    record Trace(List<String> labels, List<Integer> beats) {

        Trace {
            labels = List.copyOf(labels);
            beats = List.copyOf(beats);
        }
    }

    /// What an execution shows. A beat whose start and completion are both in the net shows both, one after the
    /// other.
    Trace of(Seen seen) {
        List<String> shown = new ArrayList<>();
        List<Integer> beats = new ArrayList<>();
        for (int position = 0; position < seen.beats().size(); position++) {
            for (String label : of(seen.beats().get(position))) {
                shown.add(label);
                beats.add(position);
            }
        }
        return new Trace(shown, beats);
    }

    private List<String> of(Seen.Beat beat) {
        List<String> known = new ArrayList<>();
        for (String name : names(beat)) {
            if (labels.contains(name)) {
                known.add(name);
                break;
            }
            for (String lifecycle : List.of(START, COMPLETE)) {
                if (labels.contains(name + lifecycle)) {
                    known.add(name + lifecycle);
                }
            }
            if (!known.isEmpty()) {
                break;
            }
        }
        matched.addAll(known);
        if (known.isEmpty()) {
            String name = names(beat).getFirst();
            if (!unknown.contains(name)) {
                unknown.add(name);
            }
            known.add(name);
        }
        return known;
    }

    private static List<String> names(Seen.Beat beat) {
        List<String> names = new ArrayList<>();
        for (String name : List.of(beat.event(), beat.title(), beat.name())) {
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names.isEmpty() ? List.of("?") : names;
    }

    /// The labels that a beat has had.
    Set<String> matched() {
        return matched;
    }

    /// Beats that no label is of, in the order in which they were met.
    List<String> unknown() {
        return unknown;
    }
}

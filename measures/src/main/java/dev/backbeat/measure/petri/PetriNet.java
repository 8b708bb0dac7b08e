package dev.backbeat.measure.petri;

import dev.backbeat.measure.alignment.Net;
import java.util.List;
import java.util.Optional;

/// A net with the names that its file gives.
///
/// @param name the net's name, or its id where it has none
/// @param net its places, transitions and arcs, numbered in the order of the file
/// @param places the ids of the places
/// @param transitions the ids of the transitions
/// @param lines the line of the file, from 1, that each transition begins on
public record PetriNet(String name, Net net, List<String> places, List<String> transitions, List<Integer> lines) {

    /// Copies.
    public PetriNet {
        places = List.copyOf(places);
        transitions = List.copyOf(transitions);
        lines = List.copyOf(lines);
    }

    /// What a transition is called; empty when it is invisible.
    public Optional<String> label(int transition) {
        return net.label(transition);
    }
}

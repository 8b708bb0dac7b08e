package dev.backbeat.measure.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/// A second opinion: Dijkstra over markings spelled out as lists, with nothing to steer it.
final class NaiveAlignment {
    private final Net net;
    private final Costs costs;

    private record State(List<Integer> marking, int position) {}

    private record Entry(long cost, State state) {}

    NaiveAlignment(Net net, Costs costs) {
        this.net = net;
        this.costs = costs;
    }

    /// What the cheapest alignment costs; empty when there is none within so many states.
    Optional<Long> cost(List<String> trace, int mostStates) {
        Map<State, Long> best = new HashMap<>();
        Set<State> done = new HashSet<>();
        PriorityQueue<Entry> queue = new PriorityQueue<>(Comparator.comparingLong(Entry::cost));
        queue.add(new Entry(0, new State(marking(true), 0)));
        State goal = new State(marking(false), trace.size());
        while (!queue.isEmpty() && done.size() < mostStates) {
            Entry entry = queue.remove();
            if (entry.state().equals(goal)) {
                return Optional.of(entry.cost());
            }
            if (done.add(entry.state())) {
                for (Entry next : next(entry, trace)) {
                    if (next.cost() < best.getOrDefault(next.state(), Long.MAX_VALUE)) {
                        best.put(next.state(), next.cost());
                        queue.add(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<Entry> next(Entry entry, List<String> trace) {
        List<Entry> next = new ArrayList<>();
        int position = entry.state().position();
        if (position < trace.size()) {
            next.add(new Entry(entry.cost() + costs.logMove(), new State(entry.state().marking(), position + 1)));
        }
        for (int t = 0; t < net.transitions(); t++) {
            Optional<List<Integer>> fired = fire(entry.state().marking(), t);
            if (fired.isPresent()) {
                Optional<String> label = net.label(t);
                long cost = entry.cost() + (label.isPresent() ? costs.modelMove() : costs.invisibleMove());
                next.add(new Entry(cost, new State(fired.get(), position)));
                if (position < trace.size() && label.equals(Optional.of(trace.get(position)))) {
                    next.add(new Entry(entry.cost(), new State(fired.get(), position + 1)));
                }
            }
        }
        return next;
    }

    private Optional<List<Integer>> fire(List<Integer> marking, int transition) {
        List<Integer> after = new ArrayList<>(marking);
        for (int place : net.inputs(transition)) {
            after.set(place, after.get(place) - 1);
        }
        if (after.stream().anyMatch(tokens -> tokens < 0)) {
            return Optional.empty();
        }
        for (int place : net.outputs(transition)) {
            after.set(place, after.get(place) + 1);
        }
        return Optional.of(after);
    }

    private List<Integer> marking(boolean initial) {
        List<Integer> marking = new ArrayList<>();
        for (int place = 0; place < net.places(); place++) {
            marking.add(initial ? net.initialTokens(place) : net.endTokens(place));
        }
        return marking;
    }
}

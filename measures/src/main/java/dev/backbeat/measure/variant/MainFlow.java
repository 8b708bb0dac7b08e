package dev.backbeat.measure.variant;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/// One flow that all given variants follow: steps after each other, some of them optional, some side by side in any
/// order.
///
/// Each label is a step as often as it comes in one variant at most. Steps that follow each other somewhere lie
/// before each other; steps of which each can lie before the other, directly or by way of further steps, are one
/// group, in any order. So every variant is a way through the flow: what lies before in a variant lies before in
/// the flow or in the same group, and what a variant lacks is optional. The flow may allow more than the variants:
/// alternatives become optional steps.
public final class MainFlow {

    /// A step.
    ///
    /// @param label what it is called
    /// @param occurrence from 1, the how-manieth of its label
    /// @param optional whether a variant lacks it
    /// @param group the steps with the same number run in any order; -1 where it stands alone
    public record Step(String label, int occurrence, boolean optional, int group) {}

    private record Node(String label, int occurrence) {}

    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final List<Set<Integer>> after = new ArrayList<>();
    private final List<Set<Integer>> before = new ArrayList<>();
    private final List<Integer> variantsWith = new ArrayList<>();

    private MainFlow() {}

    /// The flow of some variants. Of steps without an order the one comes first that is met first, so the most
    /// usual variant should be the first.
    ///
    /// Deterministic: the same variants in the same order give the same flow.
    public static List<Step> of(List<Variant> variants) {
        MainFlow flow = new MainFlow();
        variants.forEach(variant -> flow.add(variant.labels()));
        return flow.steps(variants.size());
    }

    private void add(List<String> labels) {
        Map<String, Integer> times = new HashMap<>();
        int last = -1;
        for (String label : labels) {
            int node = number(new Node(label, times.merge(label, 1, Integer::sum)));
            variantsWith.set(node, variantsWith.get(node) + 1);
            if (last >= 0) {
                after.get(last).add(node);
                before.get(node).add(last);
            }
            last = node;
        }
    }

    private int number(Node node) {
        Integer known = numbers.putIfAbsent(node, numbers.size());
        if (known != null) {
            return known;
        }
        after.add(new TreeSet<>());
        before.add(new TreeSet<>());
        variantsWith.add(0);
        return numbers.size() - 1;
    }

    private List<Step> steps(int variants) {
        int[] components = components();
        Map<Integer, List<Integer>> members = new HashMap<>();
        for (int node = 0; node < components.length; node++) {
            members.computeIfAbsent(components[node], unused -> new ArrayList<>())
                    .add(node);
        }
        List<Node> nodes = List.copyOf(numbers.keySet());
        List<Step> steps = new ArrayList<>();
        int groups = 0;
        for (int component : inOrder(components, members)) {
            List<Integer> together = members.getOrDefault(component, List.of());
            int group = together.size() > 1 ? groups++ : -1;
            for (int node : together) {
                Node known = nodes.get(node);
                steps.add(new Step(known.label(), known.occurrence(), variantsWith.get(node) < variants, group));
            }
        }
        return steps;
    }

    /// The first node of each component, so that each comes after what lies before it; of several the one that
    /// was met first.
    private List<Integer> inOrder(int[] components, Map<Integer, List<Integer>> members) {
        Map<Integer, Set<Integer>> waiting = new HashMap<>();
        for (int node = 0; node < components.length; node++) {
            Set<Integer> earlier = waiting.computeIfAbsent(components[node], unused -> new TreeSet<>());
            for (int other : before.get(node)) {
                if (components[other] != components[node]) {
                    earlier.add(components[other]);
                }
            }
        }
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        waiting.forEach((component, earlier) -> {
            if (earlier.isEmpty()) {
                ready.add(component);
            }
        });
        List<Integer> ordered = new ArrayList<>();
        while (!ready.isEmpty()) {
            int component = ready.remove();
            ordered.add(component);
            for (int node : members.getOrDefault(component, List.of())) {
                for (int other : after.get(node)) {
                    int later = components[other];
                    Set<Integer> earlier = waiting.getOrDefault(later, Set.of());
                    if (later != component && earlier.remove(component) && earlier.isEmpty()) {
                        ready.add(later);
                    }
                }
            }
        }
        return ordered;
    }

    /// Of each node the smallest one of its strongly connected component. Source: S. R. Kosaraju, 1978, in Aho,
    /// Hopcroft, Ullman, *Data Structures and Algorithms*, 1983.
    private int[] components() {
        int[] component = new int[numbers.size()];
        Arrays.fill(component, -1);
        for (int root : finished().reversed()) {
            if (component[root] >= 0) {
                continue;
            }
            List<Integer> met = new ArrayList<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(root));
            component[root] = root;
            int least = root;
            while (!open.isEmpty()) {
                int node = open.pop();
                met.add(node);
                least = Math.min(least, node);
                for (int other : before.get(node)) {
                    if (component[other] < 0) {
                        component[other] = root;
                        open.push(other);
                    }
                }
            }
            for (int node : met) {
                component[node] = least;
            }
        }
        return component;
    }

    /// The nodes in the order in which a search from node to node leaves them.
    private List<Integer> finished() {
        List<Integer> finished = new ArrayList<>();
        boolean[] met = new boolean[numbers.size()];
        boolean[] left = new boolean[numbers.size()];
        for (int root = 0; root < met.length; root++) {
            Deque<Integer> open = new ArrayDeque<>(List.of(root));
            while (!open.isEmpty()) {
                int node = open.peek();
                if (met[node]) {
                    open.pop();
                    if (!left[node]) {
                        left[node] = true;
                        finished.add(node);
                    }
                    continue;
                }
                met[node] = true;
                for (int other : after.get(node)) {
                    if (!met[other]) {
                        open.push(other);
                    }
                }
            }
        }
        return finished;
    }
}

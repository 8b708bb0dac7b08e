package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// How often each label is passed at most on a way from a state to the end: without bound where the way
/// can go in a circle that passes it. The strongly connected components of the state space are found in
/// reverse topological order (Tarjan 1972, without recursion), so each is settled by those that it
/// leads to.
final class MostPasses {
    private static final int UNBOUNDED = 255;

    private final Net net;
    private final StateSpace space;
    private final int[] invisibleCosts;
    private final int labels;
    private final byte[] counts;
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final int[] nextStep;
    private final Ints open = new Ints();
    private final Ints path = new Ints();
    private int visited;
    private int components;

    MostPasses(Net net, StateSpace space, int[] invisibleCosts) {
        this.net = net;
        this.space = space;
        this.invisibleCosts = invisibleCosts;
        this.labels = net.labelCount();
        this.counts = new byte[space.states() * labels];
        this.order = new int[space.states()];
        this.low = new int[space.states()];
        this.component = new int[space.states()];
        this.nextStep = new int[space.states()];
    }

    /// A row for each state, a byte for each label, 255 for no bound.
    byte[] counts() {
        Arrays.fill(component, -1);
        for (int state = 0; state < order.length; state++) {
            if (order[state] == 0 && isOpen(state)) {
                visit(state);
            }
        }
        return counts;
    }

    private boolean isOpen(int state) {
        return Bounds.isOpen(invisibleCosts[state]);
    }

    private void enter(int state) {
        order[state] = ++visited;
        low[state] = visited;
        nextStep[state] = space.firstStep(state);
        open.add(state);
        path.add(state);
    }

    private void visit(int root) {
        enter(root);
        while (path.size() > 0) {
            int state = path.at(path.size() - 1);
            if (nextStep[state] < space.lastStep(state)) {
                follow(state, space.target(nextStep[state]++));
            } else {
                path.removeLast();
                if (path.size() > 0) {
                    int above = path.at(path.size() - 1);
                    low[above] = Math.min(low[above], low[state]);
                }
                if (low[state] == order[state]) {
                    settle(state);
                }
            }
        }
    }

    private void follow(int state, int target) {
        if (!isOpen(target)) {
            return;
        }
        if (order[target] == 0) {
            enter(target);
        } else if (component[target] < 0) {
            low[state] = Math.min(low[state], order[target]);
        }
    }

    /// The component of a state is complete: all that is open from it on.
    private void settle(int root) {
        int first = open.size() - 1;
        while (open.at(first) != root) {
            first--;
        }
        for (int i = first; i < open.size(); i++) {
            component[open.at(i)] = components;
        }
        int[] passes = new int[labels];
        for (int i = first; i < open.size(); i++) {
            leave(open.at(i), passes);
        }
        while (open.size() > first) {
            int row = open.removeLast() * labels;
            for (int label = 0; label < labels; label++) {
                counts[row + label] = (byte) passes[label];
            }
        }
        components++;
    }

    private void leave(int state, int[] passes) {
        for (int step = space.firstStep(state); step < space.lastStep(state); step++) {
            int target = space.target(step);
            int label = net.labelNumber(space.transition(step));
            if (component[target] == component[state]) {
                if (label >= 0) {
                    passes[label] = UNBOUNDED;
                }
            } else if (isOpen(target)) {
                for (int i = 0; i < labels; i++) {
                    int beyond = counts[target * labels + i] & 0xFF;
                    passes[i] = Math.max(passes[i], Math.min(UNBOUNDED, beyond + (i == label ? 1 : 0)));
                }
            }
        }
    }
}

package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// What is known of every state of a small state space before any trace is looked at: whether the end
/// can be reached from it, how often each label is passed at least and at most on a way there, and how
/// much its invisible moves cost at least. Compared with how often each label is still to come in a
/// trace, that bounds from below what the rest of an alignment costs.
final class Bounds {
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int UNBOUNDED = 255;

    private final int labels;
    private final byte[] least;
    private final byte[] most;
    private final int[] invisibleCosts;

    private Bounds(int labels, byte[] least, byte[] most, int[] invisibleCosts) {
        this.labels = labels;
        this.least = least;
        this.most = most;
        this.invisibleCosts = invisibleCosts;
    }

    /// The bounds of a state space that is fully explored.
    static Bounds of(Net net, StateSpace space, int[] transitionCosts) {
        int labels = net.labelCount();
        ReversedSteps reversed = new ReversedSteps(space);
        int[] weights = new int[net.transitions()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = net.isInvisible(i) ? transitionCosts[i] : 0;
        }
        int[] invisibleCosts = distances(space, reversed, weights);
        byte[] least = new byte[space.states() * labels];
        for (int label = 0; label < labels; label++) {
            for (int i = 0; i < weights.length; i++) {
                weights[i] = net.labelNumber(i) == label ? 1 : 0;
            }
            int[] counts = distances(space, reversed, weights);
            for (int state = 0; state < counts.length; state++) {
                least[state * labels + label] = (byte) Math.min(UNBOUNDED - 1, counts[state]);
            }
        }
        byte[] most = new MostPasses(net, space, invisibleCosts).counts();
        return new Bounds(labels, least, most, invisibleCosts);
    }

    private static int[] distances(StateSpace space, ReversedSteps reversed, int[] weights) {
        int[] distances = new int[space.states()];
        Arrays.fill(distances, NEVER);
        StateQueue queue = new StateQueue();
        distances[space.end()] = 0;
        queue.add(0, space.end());
        while (!queue.isEmpty()) {
            long distance = queue.key();
            int state = queue.removeFirst();
            if (distance > distances[state]) {
                continue;
            }
            for (int i = reversed.first(state); i < reversed.first(state + 1); i++) {
                int step = reversed.step(i);
                int source = reversed.source(i);
                long candidate = distance + weights[space.transition(step)];
                if (candidate < distances[source]) {
                    distances[source] = (int) candidate;
                    queue.add(candidate, source);
                }
            }
        }
        return distances;
    }

    /// Whether the end can be reached from a state.
    static boolean isOpen(int invisibleCost) {
        return invisibleCost != NEVER;
    }

    /// What the rest costs at least, or -1 when the end can't be reached.
    ///
    /// @param remaining how often each label is still to come
    /// @param leastModelCosts what it costs at least to pass each label unobserved
    long rest(int state, int[] remaining, int from, int logCost, int[] leastModelCosts) {
        if (!isOpen(invisibleCosts[state])) {
            return -1;
        }
        long cost = invisibleCosts[state];
        int row = state * labels;
        for (int label = 0; label < labels; label++) {
            int count = remaining[from + label];
            int fewest = least[row + label] & 0xFF;
            int highest = most[row + label] & 0xFF;
            if (count < fewest) {
                cost += (long) (fewest - count) * leastModelCosts[label];
            } else if (count > highest && highest != UNBOUNDED) {
                cost += (long) (count - highest) * logCost;
            }
        }
        return cost;
    }
}

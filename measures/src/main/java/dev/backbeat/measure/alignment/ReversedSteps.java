package dev.backbeat.measure.alignment;

/// The steps of a state space by where they lead.
final class ReversedSteps {
    private final int[] firsts;
    private final int[] steps;
    private final int[] sources;

    ReversedSteps(StateSpace space) {
        firsts = new int[space.states() + 1];
        steps = new int[space.steps()];
        sources = new int[space.steps()];
        for (int step = 0; step < space.steps(); step++) {
            firsts[space.target(step) + 1]++;
        }
        for (int state = 0; state < space.states(); state++) {
            firsts[state + 1] += firsts[state];
        }
        int[] next = firsts.clone();
        for (int state = 0; state < space.states(); state++) {
            for (int step = space.firstStep(state); step < space.lastStep(state); step++) {
                int at = next[space.target(step)]++;
                steps[at] = step;
                sources[at] = state;
            }
        }
    }

    /// Where the steps into a state begin; they end where those of the next state begin.
    int first(int state) {
        return firsts[state];
    }

    int step(int index) {
        return steps[index];
    }

    int source(int index) {
        return sources[index];
    }
}

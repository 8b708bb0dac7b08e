package dev.backbeat.measure.alignment;

/// The reachable markings of a net and the steps between them, as far as anybody went. A state is the
/// number of a marking; the start is state 0. Steps leave a state in the order of the transitions.
final class StateSpace {
    private final Net net;
    private final Markings markings;
    private final Ints firstSteps = new Ints();
    private final Ints lastSteps = new Ints();
    private final Ints stepTransitions = new Ints();
    private final Ints stepTargets = new Ints();
    private final byte[] scratch;
    private final int end;
    private boolean overflowed;

    StateSpace(Net net) {
        this.net = net;
        this.markings = new Markings(net.places());
        this.scratch = new byte[net.places()];
        state(net.start());
        this.end = state(net.end());
    }

    int states() {
        return markings.size();
    }

    int steps() {
        return stepTargets.size();
    }

    int end() {
        return end;
    }

    /// Whether a place would have held more tokens than there is room for.
    boolean isOverflowed() {
        return overflowed;
    }

    int firstStep(int state) {
        return firstSteps.at(state);
    }

    int lastStep(int state) {
        return lastSteps.at(state);
    }

    int transition(int step) {
        return stepTransitions.at(step);
    }

    int target(int step) {
        return stepTargets.at(step);
    }

    /// Goes on until every reachable state is known, or more than so many states are.
    ///
    /// @return whether every one is
    boolean explore(int mostStates) {
        for (int state = 0; state < states(); state++) {
            if (states() > mostStates || overflowed) {
                return false;
            }
            expand(state);
        }
        return !overflowed;
    }

    /// Finds the steps that leave a state, where they are not yet known.
    void expand(int state) {
        if (firstSteps.at(state) >= 0) {
            return;
        }
        firstSteps.set(state, stepTargets.size());
        for (int transition = 0; transition < net.transitions(); transition++) {
            if (markings.holds(state, net.takes(transition)) && fire(state, transition)) {
                stepTransitions.add(transition);
                stepTargets.add(state(scratch));
            }
        }
        lastSteps.set(state, stepTargets.size());
    }

    private boolean fire(int state, int transition) {
        markings.copy(state, scratch);
        int[] takes = net.takes(transition);
        for (int i = 0; i < takes.length; i += 2) {
            scratch[takes[i]] = (byte) (scratch[takes[i]] - takes[i + 1]);
        }
        int[] gives = net.gives(transition);
        for (int i = 0; i < gives.length; i += 2) {
            int tokens = scratch[gives[i]] + gives[i + 1];
            if (tokens > Net.MOST_TOKENS) {
                overflowed = true;
                return false;
            }
            scratch[gives[i]] = (byte) tokens;
        }
        return true;
    }

    private int state(byte[] marking) {
        int state = markings.number(marking);
        if (state == firstSteps.size()) {
            firstSteps.add(-1);
            lastSteps.add(-1);
        }
        return state;
    }
}

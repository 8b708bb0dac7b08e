package dev.backbeat.measure.alignment;

import java.util.Arrays;

/// What the moves of an alignment cost. A synchronous move costs nothing.
///
/// @param logMove of something observed that the model does not do there
/// @param modelMove of a visible transition that was not observed
/// @param invisibleMove of an invisible transition
public record Costs(int logMove, int modelMove, int invisibleMove) {

    /// What PM4Py charges by default: 10 000 for each deviation, 1 for each invisible move, so that of
    /// two explanations with as many deviations the shorter way through the model is taken.
    public static final Costs STANDARD = new Costs(10_000, 10_000, 1);

    /// @throws IllegalArgumentException when a cost is negative
    public Costs {
        if (logMove < 0 || modelMove < 0 || invisibleMove < 0) {
            throw new IllegalArgumentException("a move costs nothing or more");
        }
    }

    /// What it costs to pass each transition of a net without observing it.
    public int[] ofTransitions(Net net) {
        int[] costs = new int[net.transitions()];
        Arrays.setAll(costs, transition -> net.isInvisible(transition) ? invisibleMove : modelMove);
        return costs;
    }
}

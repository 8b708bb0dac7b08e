package dev.backbeat.analysis;

import java.util.List;

/// Writes down what production does, where nobody has.
public interface FlowLearner {

    /// One flow for each sequence of the evidence, by the sequence, that each of its usual variants follows. The same
    /// evidence and share give the same flows.
    ///
    /// @param leastShare a variant that fewer of the completed executions of its sequence took is left out, unless
    ///     none is more usual; from 0 to 1
    List<LearnedFlow> learn(Evidence evidence, double leastShare);
}

package dev.backbeat.measure.alignment;

import java.util.List;

/// The cheapest explanation of a trace by a net: its moves without the model's alone are the trace, its
/// moves without the log's alone lead from the net's start to its end.
///
/// @param cost the sum of what its moves cost
/// @param moves in order
public record Alignment(long cost, List<Move> moves) {

    /// How many moves are deviations.
    public long deviations() {
        return moves.stream().filter(Move::deviates).count();
    }
}

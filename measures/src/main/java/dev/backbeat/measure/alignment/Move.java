package dev.backbeat.measure.alignment;

/// A step of an alignment.
///
/// @param kind who moves
/// @param transition of the net, -1 for a log move
/// @param position in the trace from 0, -1 for a move of the model alone
public record Move(Kind kind, int transition, int position) {

    /// Who moves.
    public enum Kind {
        /// The log and the model do the same.
        SYNCHRONOUS,
        /// Observed, but not what the model does there.
        LOG,
        /// A visible step of the model that was not observed.
        MODEL,
        /// An invisible step of the model.
        INVISIBLE
    }

    /// Whether it is a deviation.
    public boolean deviates() {
        return kind == Kind.LOG || kind == Kind.MODEL;
    }
}

package dev.backbeat.measure.variant;

import java.util.List;

/// An order of labels that executions took.
///
/// @param labels in order
/// @param executions how many took it
/// @param first the case that took it first, in the order of the stream
public record Variant(List<String> labels, long executions, long first) {

    /// Copies.
    public Variant {
        labels = List.copyOf(labels);
    }
}

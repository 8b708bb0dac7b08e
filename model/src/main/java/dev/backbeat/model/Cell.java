package dev.backbeat.model;

import java.util.List;

/// One value of an exhibit and what it leads to.
///
/// @param value what is shown
/// @param references what it leads to, the nearest first
public record Cell(Value value, List<Reference> references) {

    /// Copies.
    public Cell {
        references = List.copyOf(references);
    }

    /// What is shown. Outputs decide how.
    public sealed interface Value {

        /// Words.
        record Text(String text) implements Value {}

        /// A name from code or from the log, or a raw line.
        record Code(String text) implements Value {}

        /// How many.
        record Count(long count) implements Value {}

        /// How many bytes.
        record Bytes(long bytes) implements Value {}

        /// How long, in nanoseconds.
        record Duration(long nanos) implements Value {}

        /// When, in epoch nanoseconds.
        record Instant(long nanos) implements Value {}

        /// A part of a whole, in millionths.
        record Share(long millionths) implements Value {}

        /// By how much something is more or less than something else, in millionths of the latter.
        record Change(long millionths) implements Value {}

        /// Figures over time in equal steps, drawn small; [Time#UNKNOWN] where there is none.
        record Spark(List<Long> values) implements Value {

            /// Copies.
            public Spark {
                values = List.copyOf(values);
            }
        }

        /// The log does not say.
        record Unknown() implements Value {}
    }

    private static final Cell UNKNOWN = new Cell(new Value.Unknown(), List.of());

    /// The log does not say.
    public static Cell unknown() {
        return UNKNOWN;
    }

    /// Words.
    public static Cell text(String text) {
        return new Cell(new Value.Text(text), List.of());
    }

    /// A name from code or from the log.
    public static Cell code(String text) {
        return new Cell(new Value.Code(text), List.of());
    }

    /// How many.
    public static Cell count(long count) {
        return new Cell(new Value.Count(count), List.of());
    }

    /// How many bytes.
    public static Cell bytes(long bytes) {
        return new Cell(new Value.Bytes(bytes), List.of());
    }

    /// How long; [#unknown] where that is not known.
    public static Cell duration(long nanos) {
        return Time.isKnown(nanos) ? new Cell(new Value.Duration(nanos), List.of()) : UNKNOWN;
    }

    /// When; [#unknown] where that is not known.
    public static Cell instant(long nanos) {
        return Time.isKnown(nanos) ? new Cell(new Value.Instant(nanos), List.of()) : UNKNOWN;
    }

    /// A part of a whole; [#unknown] where there is no whole.
    public static Cell share(long part, long whole) {
        long millionths = whole > 0 ? Math.round(part * 1e6 / whole) : 0;
        return whole > 0 ? new Cell(new Value.Share(millionths), List.of()) : UNKNOWN;
    }

    /// By how much something is more or less than something else; [#unknown] where that is nothing.
    public static Cell change(long from, long to) {
        return from > 0 ? new Cell(new Value.Change(Math.round((to - from) * 1e6 / from)), List.of()) : UNKNOWN;
    }

    /// Figures over time.
    public static Cell spark(List<Long> values) {
        return new Cell(new Value.Spark(values), List.of());
    }

    /// A line of code, by its path and line.
    public static Cell code(CodePlace place) {
        return new Cell(new Value.Code(place.path() + ":" + place.line()), List.of(new Reference.ToCode(place)));
    }

    /// A raw line, by the short name of its place.
    public static Cell place(Place place) {
        return new Cell(new Value.Code(place.shortName()), List.of(new Reference.ToPlace(place)));
    }

    /// The same value with something to lead to.
    public Cell to(Reference reference) {
        return new Cell(value, List.of(reference));
    }
}

package dev.backbeat.ingest.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of times, as stretches that neither overlap nor touch, in order. Immutable.
///
/// @param parts the stretches
record Spans(List<Span> parts) {

    static final Spans NONE = new Spans(List.of());

    /// From one time to another.
    record Span(long fromNanos, long toNanos) {

        long nanos() {
            return toNanos - fromNanos;
        }
    }

    /// All times that are in one of the stretches; empty and reversed ones hold none.
    static Spans union(List<Span> any) {
        List<Span> sorted = any.stream()
                .filter(span -> span.toNanos() > span.fromNanos())
                .sorted(Comparator.comparingLong(Span::fromNanos))
                .toList();
        List<Span> merged = new ArrayList<>(sorted.size());
        for (Span span : sorted) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || span.fromNanos() > last.toNanos()) {
                merged.add(span);
            } else if (span.toNanos() > last.toNanos()) {
                merged.set(merged.size() - 1, new Span(last.fromNanos(), span.toNanos()));
            }
        }
        return new Spans(merged);
    }

    /// The times from one to another that are in the set.
    Spans within(long fromNanos, long toNanos) {
        List<Span> cut = new ArrayList<>(parts.size());
        for (Span span : parts) {
            Span inside = new Span(Math.max(span.fromNanos(), fromNanos), Math.min(span.toNanos(), toNanos));
            if (inside.toNanos() > inside.fromNanos()) {
                cut.add(inside);
            }
        }
        return new Spans(cut);
    }

    /// The times of the set that are not in the other.
    Spans without(Spans other) {
        List<Span> left = new ArrayList<>(parts.size());
        int first = 0;
        for (Span span : parts) {
            while (first < other.parts.size() && other.parts.get(first).toNanos() <= span.fromNanos()) {
                first++;
            }
            long from = span.fromNanos();
            for (int i = first; i < other.parts.size() && other.parts.get(i).fromNanos() < span.toNanos(); i++) {
                Span hole = other.parts.get(i);
                if (hole.fromNanos() > from) {
                    left.add(new Span(from, hole.fromNanos()));
                }
                from = Math.max(from, hole.toNanos());
            }
            if (from < span.toNanos()) {
                left.add(new Span(from, span.toNanos()));
            }
        }
        return new Spans(left);
    }

    /// How long they are together.
    long nanos() {
        long sum = 0;
        for (Span span : parts) {
            sum += span.nanos();
        }
        return sum;
    }
}

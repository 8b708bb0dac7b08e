package dev.backbeat.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.ingest.assembly.Spans.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Sets of times, beside sets of points.
class SpansTest {

    @Test
    void touchingStretchesAreOne() {
        assertThat(Spans.union(List.of(new Span(5, 9), new Span(1, 5), new Span(20, 20), new Span(30, 10)))
                        .parts())
                .containsExactly(new Span(1, 9));
    }

    @Property
    void areSetsOfPoints(
            @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> some,
            @ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> others,
            @ForAll @IntRange(max = 60) int from,
            @ForAll @IntRange(max = 60) int to) {
        Spans one = Spans.union(pairs(some));
        Spans other = Spans.union(pairs(others));
        BitSet union = points(pairs(some));
        assertThat(one.nanos()).isEqualTo(union.cardinality());

        BitSet within = (BitSet) union.clone();
        within.and(points(List.of(new Span(from, to))));
        assertThat(points(one.within(from, to).parts())).isEqualTo(within);

        BitSet without = (BitSet) union.clone();
        without.andNot(points(pairs(others)));
        assertThat(points(one.without(other).parts())).isEqualTo(without);
        assertThat(one.without(other).nanos()).isEqualTo(without.cardinality());
    }

    private static List<Span> pairs(List<Integer> numbers) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            spans.add(new Span(numbers.get(i), numbers.get(i + 1)));
        }
        return spans;
    }

    private static BitSet points(List<Span> spans) {
        BitSet points = new BitSet();
        for (Span span : spans) {
            if (span.toNanos() > span.fromNanos()) {
                points.set((int) span.fromNanos(), (int) span.toNanos());
            }
        }
        return points;
    }
}

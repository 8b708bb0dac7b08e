package dev.backbeat.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Lanes;
import dev.backbeat.model.Lanes.BarKind;
import dev.backbeat.model.Lanes.LaneKind;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StacksTest {

    @Test
    void anExecutionWithinAnotherIsNotCalledByIt() {
        Drawn drawn = new Drawn();
        int lane = drawn.lane("Place Order", -1, LaneKind.SEQUENCE);
        int first = drawn.bar(lane, 0, BarKind.EXECUTION, "first", 0, 100, -1, 0);
        int second = drawn.bar(lane, 1, BarKind.EXECUTION, "second", 10, 20, -1, 0);
        int beat = drawn.bar(lane, 2, BarKind.BEAT, "beat of the second", 10, 20, second, 0);
        int last = drawn.bar(lane, 2, BarKind.BEAT, "beat of the first", 40, 20, first, 0);
        int third = drawn.bar(lane, 1, BarKind.EXECUTION, "third", 50, 20, -1, 0);
        assertThat(Stacks.of(drawn.lanes()).stacks())
                .containsExactly(
                        new Stacks.Stack(lane, 0, List.of(first, last)),
                        new Stacks.Stack(lane, 1, List.of(second, beat, third)));
    }

    @Test
    void whatRunsInParallelWithinOneStandsBesideIt() {
        Drawn drawn = new Drawn();
        int lane = drawn.lane("Quotes", -1, LaneKind.SEQUENCE);
        int execution = drawn.bar(lane, 0, BarKind.EXECUTION, "Quotes", 0, 100, -1, 0);
        int one = drawn.bar(lane, 1, BarKind.BEAT, "1", 0, 50, execution, 0);
        int two = drawn.bar(lane, 2, BarKind.BEAT, "2", 20, 50, execution, 0);
        assertThat(Stacks.of(drawn.lanes()).stacks())
                .containsExactly(
                        new Stacks.Stack(lane, 0, List.of(execution, one)), new Stacks.Stack(lane, 1, List.of(two)));
    }

    @Property(tries = 300)
    void everyBarStandsOnceAndWithinWhatItIsPartOf(
            @ForAll @Size(max = 25) List<@IntRange(max = 30) Integer> starts,
            @ForAll @Size(min = 25, max = 25) List<@IntRange(min = -1, max = 15) Integer> durations,
            @ForAll @Size(min = 25, max = 25) List<@IntRange(max = 5) Integer> back) {
        Drawn drawn = new Drawn();
        drawn.lane("any", -1, LaneKind.SEQUENCE);
        drawn.lane("other", -1, LaneKind.SEQUENCE);
        for (int i = 0; i < starts.size(); i++) {
            int parent = i - back.get(i) - 1;
            drawn.bar(i % 2, 0, BarKind.BEAT, "b" + i, starts.get(i), durations.get(i), Math.max(-1, parent), 0);
        }
        Lanes.Bars bars = drawn.lanes().bars();
        List<Integer> seen = new ArrayList<>();
        for (Stacks.Stack stack : Stacks.of(drawn.lanes()).stacks()) {
            for (int i = 0; i < stack.bars().size(); i++) {
                int bar = stack.bars().get(i);
                seen.add(bar);
                assertThat(bars.lane().intAt(bar)).isEqualTo(stack.lane());
                for (int before : stack.bars().subList(0, i)) {
                    boolean over = end(bars, before) <= bars.start().at(bar);
                    boolean holds = end(bars, before) >= end(bars, bar) && isPart(bars, bar, before);
                    assertThat(over || holds).isTrue();
                }
            }
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(starts.size());
    }

    private static boolean isPart(Lanes.Bars bars, int bar, int of) {
        int above = bars.parent().intAt(bar);
        return above == of || above >= 0 && isPart(bars, above, of);
    }

    private static long end(Lanes.Bars bars, int bar) {
        return bars.start().at(bar) + Stacks.nanos(bars, bar);
    }
}

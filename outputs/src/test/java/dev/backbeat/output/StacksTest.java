package dev.backbeat.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StacksTest {

    @Property(tries = 1_000)
    void whatLiesWithinABarIsPartOfIt(@ForAll long seed) {
        Lanes.Bars bars = RandomLanes.of(seed).bars();
        List<Integer> placed = new ArrayList<>();
        for (Stacks.Stack stack : Stacks.of(RandomLanes.of(seed)).stacks()) {
            Deque<Integer> holders = new ArrayDeque<>();
            for (int bar : stack.bars()) {
                placed.add(bar);
                assertThat(bars.lane().intAt(bar)).isEqualTo(stack.lane());
                while (!holders.isEmpty()
                        && end(bars, holders.getLast()) <= bars.start().at(bar)) {
                    holders.removeLast();
                }
                if (!holders.isEmpty()) {
                    assertThat(end(bars, bar)).isLessThanOrEqualTo(end(bars, holders.getLast()));
                    assertThat(above(bars, bar)).contains(holders.getLast());
                }
                holders.addLast(bar);
            }
        }
        assertThat(placed)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, bars.size()).boxed().toList());
    }

    @Test
    void anExecutionWithinTheTimeOfAnotherOneIsNoPartOfIt() {
        Lanes lanes = lanes(Numbers.of(0, 2), Numbers.of(10, 3), Numbers.of(-1, -1));
        assertThat(Stacks.of(lanes).stacks()).hasSize(2);
        Lanes part = lanes(Numbers.of(0, 2), Numbers.of(10, 3), Numbers.of(-1, 0));
        assertThat(Stacks.of(part).stacks()).hasSize(1);
    }

    @Test
    void partsInACircleComeToAnEnd() {
        Lanes circle = lanes(Numbers.of(0, 0, 0), Numbers.of(9, 8, 7), Numbers.of(2, 2, 1));
        assertThat(Stacks.of(circle).stacks()).isNotEmpty();
    }

    private static Lanes lanes(Numbers start, Numbers duration, Numbers parent) {
        Lanes shop = Shop.lanes();
        Numbers zeros = Numbers.of(new long[start.size()]);
        Numbers ones = Numbers.of(start.stream().map(any -> 1));
        Numbers none = Numbers.of(start.stream().map(any -> -1));
        Lanes.Bars bars =
                new Lanes.Bars(zeros, zeros, zeros, zeros, start, duration, ones, zeros, zeros, parent, none, none);
        return new Lanes(
                "t",
                0,
                10,
                shop.lanes(),
                shop.names(),
                List.of(),
                bars,
                Lanes.Marks.none(),
                Lanes.Links.none(),
                start.size(),
                "");
    }

    private static List<Integer> above(Lanes.Bars bars, int bar) {
        List<Integer> above = new ArrayList<>();
        for (int at = bars.parent().intAt(bar); at >= 0; at = bars.parent().intAt(at)) {
            above.add(at);
        }
        return above;
    }

    private static long end(Lanes.Bars bars, int bar) {
        return bars.start().at(bar) + Stacks.nanos(bars, bar);
    }
}

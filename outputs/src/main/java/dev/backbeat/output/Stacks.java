package dev.backbeat.output;

import dev.backbeat.model.Lanes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// The bars of lanes as stacks of calls: on each, one bar either ends before the next one begins or holds it
/// whole and is what it is part of. Programs that read traces ask for the first; without the second, one execution
/// would look as if it were called by another. Bars that do not fit stand on stacks of their own.
///
/// @param stacks by lane, from above
public record Stacks(List<Stack> stacks) {

    /// Copies.
    public Stacks {
        stacks = List.copyOf(stacks);
    }

    /// A stack.
    ///
    /// @param lane the position of its lane
    /// @param ordinal of those of its lane, from 0
    /// @param bars positions of bars, each before those that it holds, by their start
    public record Stack(int lane, int ordinal, List<Integer> bars) {

        /// Copies.
        public Stack {
            bars = List.copyOf(bars);
        }
    }

    /// Puts each bar on the stack of what it is part of, else on the first of its lane that takes it: the longest of
    /// those that begin together first, so that it holds the others.
    public static Stacks of(Lanes lanes) {
        Lanes.Bars bars = lanes.bars();
        List<List<Open>> open = new ArrayList<>();
        lanes.lanes().forEach(lane -> open.add(new ArrayList<>()));
        IntStream.range(0, bars.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer bar) -> bars.start().at(bar))
                        .thenComparingLong(bar -> -nanos(bars, bar))
                        .thenComparingLong(bar -> bars.row().at(bar))
                        .thenComparingInt(bar -> bar))
                .forEach(bar -> place(open.get(bars.lane().intAt(bar)), bars, bar));
        List<Stack> stacks = new ArrayList<>();
        for (int lane = 0; lane < open.size(); lane++) {
            for (int ordinal = 0; ordinal < open.get(lane).size(); ordinal++) {
                stacks.add(new Stack(lane, ordinal, open.get(lane).get(ordinal).bars));
            }
        }
        return new Stacks(stacks);
    }

    /// How long a bar is, 0 where that is not known.
    public static long nanos(Lanes.Bars bars, int bar) {
        return Math.max(0, bars.duration().at(bar));
    }

    private static void place(List<Open> stacks, Lanes.Bars bars, int bar) {
        Open taken = stacks.stream()
                .filter(stack -> stack.takes(bars, bar))
                .min(Comparator.comparing(Open::isEmpty))
                .orElseGet(() -> {
                    Open stack = new Open();
                    stacks.add(stack);
                    return stack;
                });
        taken.add(bar, bars.start().at(bar) + nanos(bars, bar));
    }

    /// A bar that has not ended.
    private record Held(int bar, long end) {}

    private static final class Open {

        private final List<Integer> bars = new ArrayList<>();
        private final Deque<Held> held = new ArrayDeque<>();

        boolean takes(Lanes.Bars all, int bar) {
            long start = all.start().at(bar);
            while (!held.isEmpty() && held.getLast().end <= start) {
                held.removeLast();
            }
            return held.isEmpty()
                    || held.getLast().end >= start + nanos(all, bar) && isPart(all, bar, held.getLast().bar);
        }

        boolean isEmpty() {
            return held.isEmpty();
        }

        private static boolean isPart(Lanes.Bars all, int bar, int of) {
            int above = all.parent().intAt(bar);
            while (above >= 0 && above != of) {
                above = all.parent().intAt(above);
            }
            return above == of;
        }

        void add(int bar, long end) {
            bars.add(bar);
            held.addLast(new Held(bar, end));
        }
    }
}

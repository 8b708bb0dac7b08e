package dev.backbeat.output;

import dev.backbeat.model.Lanes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// The bars of lanes as stacks of calls: on each, one bar either ends before the next one begins, or the
/// next one is part of it and lies within it. Programs that read traces take what lies within something for
/// a part of it; what merely ran meanwhile stands on stacks of its own.
///
/// @param stacks by lane, from above
public record Stacks(List<Stack> stacks) {

    /// Bars lie less deep in each other; whoever says otherwise goes in a circle.
    private static final int DEEPEST = 1_000;

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

    /// Whether a bar is part of another one, directly or not.
    private static boolean isPart(Lanes.Bars bars, int bar, int whole) {
        int at = bars.parent().intAt(bar);
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            if (at == whole) {
                return true;
            }
            at = bars.parent().intAt(at);
        }
        return false;
    }

    private static void place(List<Open> stacks, Lanes.Bars bars, int bar) {
        long start = bars.start().at(bar);
        long end = start + nanos(bars, bar);
        Open taken = stacks.stream()
                .filter(stack -> stack.takes(bars, bar, start, end))
                .min(Comparator.comparing(Open::isEmpty))
                .orElseGet(() -> {
                    Open stack = new Open();
                    stacks.add(stack);
                    return stack;
                });
        taken.add(bar, end);
    }

    private static final class Open {

        private final List<Integer> bars = new ArrayList<>();
        private final Deque<Holder> holders = new ArrayDeque<>();

        private record Holder(int bar, long end) {}

        boolean takes(Lanes.Bars all, int bar, long start, long end) {
            while (!holders.isEmpty() && holders.getLast().end <= start) {
                holders.removeLast();
            }
            return holders.isEmpty() || (holders.getLast().end >= end && isPart(all, bar, holders.getLast().bar));
        }

        boolean isEmpty() {
            return holders.isEmpty();
        }

        void add(int bar, long end) {
            bars.add(bar);
            holders.addLast(new Holder(bar, end));
        }
    }
}

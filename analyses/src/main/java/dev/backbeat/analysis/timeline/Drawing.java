package dev.backbeat.analysis.timeline;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionId;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Numbers;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Lanes that are being drawn. Times are epoch nanoseconds until they are built.
final class Drawing {

    /// A bar.
    ///
    /// @param parent the number of the bar that it is part of, -1 where it is of none
    /// @param execution the number of its execution, -1 where it stands for several
    record Bar(
            int lane,
            int row,
            Lanes.BarKind kind,
            int name,
            long start,
            long duration,
            long count,
            long busy,
            long flags,
            int parent,
            int execution,
            long offset) {}

    private record Mark(int lane, int kind, int name, long at, long count, int execution, long offset) {}

    private final List<Lanes.Lane> lanes = new ArrayList<>();
    private final List<Cell> names = new ArrayList<>();
    private final Map<Cell, Integer> nameNumbers = new HashMap<>();
    private final List<Lanes.Run> executions = new ArrayList<>();
    private final Map<Long, Integer> executionNumbers = new HashMap<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<int[]> links = new ArrayList<>();

    int lane(Cell name, int parent, Lanes.LaneKind kind, String note) {
        lanes.add(new Lanes.Lane(name, parent, kind, 0, note));
        return lanes.size() - 1;
    }

    int name(Cell name) {
        return nameNumbers.computeIfAbsent(name, key -> {
            names.add(key);
            return names.size() - 1;
        });
    }

    int execution(Run run) {
        return executionNumbers.computeIfAbsent(run.id(), key -> {
            ExecutionId id = new ExecutionId(run.id());
            Cell name = new Cell(new Cell.Value.Code(id.toString()), List.of(new Reference.ToExecution(id)));
            executions.add(new Lanes.Run(id.toString(), run.input(), name));
            return executions.size() - 1;
        });
    }

    /// Draws a bar.
    ///
    /// @return its number
    int bar(Bar bar) {
        bars.add(bar);
        return bars.size() - 1;
    }

    void mark(int lane, int kind, int name, long at, long count, int execution, long offset) {
        marks.add(new Mark(lane, kind, name, at, count, execution, offset));
    }

    /// Links two bars by their numbers.
    void link(int from, int to, int kind) {
        links.add(new int[] {from, to, kind});
    }

    boolean isEmpty() {
        return bars.isEmpty();
    }

    List<Bar> bars() {
        return bars;
    }

    Lanes build(String title, long from, long to, String whenEmpty) {
        int[] order = IntStream.range(0, bars.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer bar) -> bars.get(bar).lane)
                        .thenComparingLong(bar -> bars.get(bar).start)
                        .thenComparingInt(bar -> bars.get(bar).row)
                        .thenComparingInt(bar -> bar))
                .mapToInt(bar -> bar)
                .toArray();
        int[] place = new int[bars.size()];
        int[] rows = new int[lanes.size()];
        for (int i = 0; i < order.length; i++) {
            Bar bar = bars.get(order[i]);
            place[order[i]] = i;
            rows[bar.lane] = Math.max(rows[bar.lane], bar.row + 1);
        }
        List<Lanes.Lane> tall = new ArrayList<>();
        for (int lane = 0; lane < lanes.size(); lane++) {
            Lanes.Lane known = lanes.get(lane);
            tall.add(new Lanes.Lane(known.name(), known.parent(), known.kind(), rows[lane], known.note()));
        }
        long total = bars.stream().mapToLong(Bar::count).sum();
        return new Lanes(
                title,
                from,
                to,
                tall,
                names,
                executions,
                columns(order, place, from),
                marks(from),
                new Lanes.Links(
                        Numbers.of(links.stream().mapToLong(link -> place[link[0]])),
                        Numbers.of(links.stream().mapToLong(link -> place[link[1]])),
                        Numbers.of(links.stream().mapToLong(link -> link[2]))),
                total,
                whenEmpty);
    }

    private Lanes.Bars columns(int[] order, int[] place, long from) {
        List<Bar> sorted = IntStream.of(order).mapToObj(bars::get).toList();
        return new Lanes.Bars(
                Numbers.of(sorted.stream().mapToLong(Bar::lane)),
                Numbers.of(sorted.stream().mapToLong(Bar::row)),
                Numbers.of(sorted.stream().mapToLong(bar -> bar.kind().ordinal())),
                Numbers.of(sorted.stream().mapToLong(Bar::name)),
                Numbers.of(sorted.stream().mapToLong(bar -> bar.start() - from)),
                Numbers.of(sorted.stream().mapToLong(Bar::duration)),
                Numbers.of(sorted.stream().mapToLong(Bar::count)),
                Numbers.of(sorted.stream().mapToLong(Bar::busy)),
                Numbers.of(sorted.stream().mapToLong(Bar::flags)),
                Numbers.of(sorted.stream().mapToLong(bar -> bar.parent() < 0 ? -1 : place[bar.parent()])),
                Numbers.of(sorted.stream().mapToLong(Bar::execution)),
                Numbers.of(sorted.stream().mapToLong(Bar::offset)));
    }

    private Lanes.Marks marks(long from) {
        marks.sort(Comparator.comparingInt(Mark::lane).thenComparingLong(Mark::at));
        return new Lanes.Marks(
                Numbers.of(marks.stream().mapToLong(Mark::lane)),
                Numbers.of(marks.stream().mapToLong(Mark::kind)),
                Numbers.of(marks.stream().mapToLong(Mark::name)),
                Numbers.of(marks.stream().mapToLong(mark -> mark.at() - from)),
                Numbers.of(marks.stream().mapToLong(Mark::count)),
                Numbers.of(marks.stream().mapToLong(Mark::execution)),
                Numbers.of(marks.stream().mapToLong(Mark::offset)));
    }
}

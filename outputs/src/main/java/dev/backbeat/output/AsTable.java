package dev.backbeat.output;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Lanes;
import dev.backbeat.model.Time;
import dev.backbeat.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Exhibits that are drawn elsewhere, as rows where nothing can be drawn.
public final class AsTable {

    private AsTable() {}

    /// A row for each step, with a column for each attribute that any step has.
    public static Exhibit.Table of(Exhibit.Timeline timeline) {
        Set<String> ofTracks = new LinkedHashSet<>();
        Set<String> ofSteps = new LinkedHashSet<>();
        for (Exhibit.Timeline.Track track : timeline.tracks()) {
            track.attributes().forEach(fact -> ofTracks.add(fact.label()));
            track.steps().forEach(step -> step.attributes().forEach(fact -> ofSteps.add(fact.label())));
        }
        List<Exhibit.Column> columns = new ArrayList<>(List.of(
                Exhibit.Column.text("run"),
                Exhibit.Column.text("step"),
                Exhibit.Column.text("began"),
                Exhibit.Column.number("took")));
        ofSteps.forEach(label -> columns.add(Exhibit.Column.text(label)));
        ofTracks.forEach(label -> columns.add(Exhibit.Column.text(label)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Exhibit.Timeline.Track track : timeline.tracks()) {
            for (Exhibit.Timeline.Step step : track.steps()) {
                List<Cell> row = new ArrayList<>(List.of(
                        track.name(),
                        step.name(),
                        Cell.instant(step.startNanos()),
                        Cell.duration(Time.between(step.startNanos(), step.endNanos()))));
                ofSteps.forEach(label -> row.add(value(step.attributes(), label)));
                ofTracks.forEach(label -> row.add(value(track.attributes(), label)));
                rows.add(row);
            }
        }
        long hidden = timeline.total() - timeline.tracks().size();
        String title = hidden > 0
                ? "%s: %s of %s"
                        .formatted(
                                timeline.title(),
                                Figures.count(timeline.tracks().size()),
                                Figures.count(timeline.total()))
                : timeline.title();
        return Exhibit.Table.of(title, columns, rows, timeline.whenEmpty());
    }

    /// A row for each bar.
    public static Exhibit.Table of(Lanes lanes) {
        Lanes.Bars bars = lanes.bars();
        boolean dated = lanes.fromNanos() > 0;
        List<List<Cell>> rows = new ArrayList<>();
        for (int bar = 0; bar < bars.size(); bar++) {
            long start = bars.start().at(bar);
            long duration = bars.duration().at(bar);
            int execution = bars.execution().intAt(bar);
            rows.add(List.of(
                    lanes.lanes().get(bars.lane().intAt(bar)).name(),
                    Cell.text(bars.kindAt(bar).name().toLowerCase(Locale.ROOT)),
                    lanes.names().get(bars.name().intAt(bar)),
                    dated ? Cell.instant(lanes.fromNanos() + start) : Cell.duration(start),
                    Cell.duration(duration < 0 ? Time.UNKNOWN : duration),
                    Cell.count(bars.count().at(bar)),
                    Cell.text(flags(bars.flags().at(bar))),
                    execution < 0
                            ? Cell.unknown()
                            : lanes.executions().get(execution).name()));
        }
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("lane"),
                Exhibit.Column.text("kind"),
                Exhibit.Column.text("what"),
                Exhibit.Column.text("began"),
                Exhibit.Column.number("took"),
                Exhibit.Column.number("runs"),
                Exhibit.Column.text("of note"),
                Exhibit.Column.text("execution"));
        return Exhibit.Table.of(lanes.title(), columns, rows, lanes.whenEmpty());
    }

    private static String flags(long flags) {
        return Arrays.stream(Lanes.Flag.values())
                .filter(flag -> flag.in(flags))
                .map(flag -> flag.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /// A row for each node, named by the whole way that leads to it.
    public static Exhibit.Table of(Tree tree) {
        Tree.Nodes nodes = tree.nodes();
        boolean timed = tree.quantity() == Exhibit.Matrix.Quantity.DURATION;
        List<List<Cell>> rows = new ArrayList<>();
        List<String> ways = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            Cell name = tree.names().get(nodes.name().intAt(node));
            int parent = nodes.parent().intAt(node);
            ways.add((parent < 0 ? "" : ways.get(parent) + " › ") + Figures.of(name.value()));
            long total = nodes.total().at(node);
            long self = nodes.self().at(node);
            rows.add(List.of(
                    new Cell(new Cell.Value.Text(ways.get(node)), name.references()),
                    Cell.text(nodes.kind().get(node)),
                    timed ? Cell.duration(total) : Cell.count(total),
                    timed ? Cell.duration(self) : Cell.count(self),
                    Cell.count(nodes.count().at(node))));
        }
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("way"),
                Exhibit.Column.text("kind"),
                Exhibit.Column.number("total"),
                Exhibit.Column.number("self"),
                Exhibit.Column.number("runs"));
        return Exhibit.Table.of(tree.title(), columns, rows, tree.whenEmpty());
    }

    /// A row for each way.
    public static Exhibit.Table of(Exhibit.Graph graph) {
        List<List<Cell>> rows = graph.edges().stream()
                .map(edge -> List.of(
                        graph.nodes().get(edge.from()).name(),
                        graph.nodes().get(edge.to()).name(),
                        Cell.count(edge.count()),
                        Cell.share(edge.count(), graph.nodes().get(edge.from()).count())))
                .toList();
        List<Exhibit.Column> columns = List.of(
                Exhibit.Column.text("from"),
                Exhibit.Column.text("to"),
                Exhibit.Column.number("times"),
                Exhibit.Column.number("share").noted("of all that leave `from`"));
        return Exhibit.Table.of(graph.title(), columns, rows, graph.whenEmpty());
    }

    /// A row for each function.
    public static Exhibit.Table of(Exhibit.Coverage coverage) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Exhibit.Coverage.Source file : coverage.files()) {
            for (Exhibit.Coverage.Function function : file.functions()) {
                rows.add(List.of(
                        function.name(), Cell.code(file.path() + ":" + function.line()), Cell.count(function.runs())));
            }
        }
        List<Exhibit.Column> columns =
                List.of(Exhibit.Column.text("function"), Exhibit.Column.text("where"), Exhibit.Column.number("runs"));
        return Exhibit.Table.of(coverage.title(), columns, rows, coverage.whenEmpty());
    }

    /// All values of a label; one cell where there is one, else their words.
    private static Cell value(List<Exhibit.Summary.Fact> facts, String label) {
        List<Cell> cells = facts.stream()
                .filter(fact -> fact.label().equals(label))
                .map(Exhibit.Summary.Fact::cell)
                .toList();
        return switch (cells.size()) {
            case 0 -> Cell.unknown();
            case 1 -> cells.getFirst();
            default ->
                Cell.code(String.join(
                        ", ",
                        cells.stream().map(cell -> Figures.of(cell.value())).toList()));
        };
    }
}

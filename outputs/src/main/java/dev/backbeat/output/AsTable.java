package dev.backbeat.output;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

package dev.backbeat.analysis.profile;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.HandlerKey;
import dev.backbeat.model.Place;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Shows bottlenecks as two tables.
final class BottleneckTables {

    private static final String EMPTY =
            "nothing that fits has a duration; see `backbeat executions`, or read logs with `backbeat analyze <logs>`";

    private BottleneckTables() {}

    static List<Exhibit> of(Bottlenecks answer) {
        return List.of(handlers(answer), beats(answer));
    }

    private static Exhibit handlers(Bottlenecks answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Bottlenecks.HandlerTime row : answer.handlers()) {
            HandlerKey handler = row.handler();
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.code(handler.plugin() + "." + handler.handler()).to(new Reference.ToHandler(handler)));
            cells.add(Cell.code(handler.sequence()));
            times(cells, row.times(), answer.handlerNanos());
            rows.add(cells);
        }
        return new Exhibit.Table(
                "bottlenecks by handler, own time",
                columns("handler", "own time"),
                rows,
                answer.handlersInAll(),
                EMPTY);
    }

    private static Exhibit beats(Bottlenecks answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Bottlenecks.BeatTime row : answer.beats()) {
            String number = row.number() < 0 ? "" : row.number() + " ";
            String name = Objects.requireNonNullElse(row.title(), Objects.requireNonNullElse(row.event(), "?"));
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.code(number + name));
            cells.add(Cell.code(row.sequence()));
            times(cells, row.times(), answer.beatNanos());
            rows.add(cells);
        }
        return new Exhibit.Table(
                "bottlenecks by beat, as logged", columns("beat", "duration"), rows, answer.beatsInAll(), EMPTY);
    }

    private static List<Exhibit.Column> columns(String what, String time) {
        return List.of(
                Exhibit.Column.text(what),
                Exhibit.Column.text("sequence"),
                Exhibit.Column.number("runs"),
                Exhibit.Column.number(time),
                Exhibit.Column.number("p50"),
                Exhibit.Column.number("p95"),
                Exhibit.Column.number("max"),
                Exhibit.Column.number("share"),
                Exhibit.Column.text("slowest"));
    }

    private static void times(List<Cell> cells, Bottlenecks.Times times, long allNanos) {
        Place slowest = times.slowest();
        cells.add(Cell.count(times.runsInAll()));
        cells.add(Cell.duration(times.totalNanos()));
        cells.add(Cell.duration(times.p50Nanos()));
        cells.add(Cell.duration(times.p95Nanos()));
        cells.add(Cell.duration(times.maxNanos()));
        cells.add(Cell.share(times.totalNanos(), allNanos));
        cells.add(slowest == null ? Cell.unknown() : Cell.place(slowest));
    }
}

package dev.backbeat.analysis.profile;

import static dev.backbeat.model.Exhibit.Column.number;
import static dev.backbeat.model.Exhibit.Column.text;

import dev.backbeat.model.Cell;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Shows handler runs.
final class HandlerTables {

    private static final String SAVED = "the sum over all runs of max(0, self time on the critical path − the"
            + " handler's median self time in that build)";
    private static final String WITHIN = "within 1 %";

    private HandlerTables() {}

    /// Handlers by what could be saved.
    static Exhibit ranking(Profile answer) {
        boolean mapped = answer.handlers().stream().anyMatch(line -> line.code() != null);
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.Line line : answer.handlers()) {
            Profile.Times times = line.times();
            List<Cell> cells = Cells.cells(
                    answer,
                    line.build(),
                    List.of(Cells.name(line), Cell.code(line.sequence())),
                    Cells.runs(line),
                    Cell.duration(times.savedNanos()),
                    Cell.duration(times.ownNanos()),
                    Cell.duration(times.p50Nanos()),
                    Cell.duration(times.p95Nanos()),
                    Cells.max(times.maxNanos(), line.slowest()),
                    Cell.share(times.ownNanos(), answer.ownNanos()),
                    Cells.slowest(line.slowest()));
            if (mapped) {
                cells.add(Cells.code(line.code()));
            }
            rows.add(cells);
        }
        List<Exhibit.Column> columns = Cells.columns(
                answer,
                List.of(text("handler"), text("sequence")),
                number("runs"),
                number("could be saved").noted(SAVED),
                number("own time"),
                percentile(answer, "p50"),
                percentile(answer, "p95"),
                number("max"),
                number("share"),
                text("slowest"));
        if (mapped) {
            columns.add(text("code"));
        }
        return new Exhibit.Table(
                "bottlenecks by handler, by what could be saved", columns, rows, answer.handlersInAll(), Cells.EMPTY);
    }

    /// Beat time, handler time and waiting side by side.
    static Exhibit times(Profile answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.Line line : answer.lines()) {
            Profile.Times times = line.times();
            rows.add(Cells.cells(
                    answer,
                    line.build(),
                    names(answer, line),
                    Cells.runs(line),
                    Cell.duration(times.beatNanos()),
                    Cell.duration(times.ownNanos()),
                    Cell.duration(times.waitedNanos()),
                    Cell.duration(times.totalNanos()),
                    Cell.duration(times.selfNanos()),
                    Cell.share(times.ownNanos(), answer.ownNanos()),
                    Cells.slowest(line.slowest())));
        }
        List<Exhibit.Column> columns = Cells.columns(
                answer,
                heads(answer),
                number("runs"),
                number("beat time").noted("of the beat runs whose event called it, as the log reports it"),
                number("own time"),
                number("waited"),
                number("total").noted("own time and waiting: from its calls to its ends"),
                number("self")
                        .noted("own time without that of the beats it called; a topic that it published calls"
                                + " none, because it does not wait for what follows"),
                number("share"),
                text("slowest"));
        return new Exhibit.Table(
                "handler runs by " + answer.settings().by() + ": time",
                columns,
                rows,
                answer.linesInAll(),
                Cells.EMPTY);
    }

    /// How long single runs take.
    static Exhibit durations(Profile answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.Line line : answer.lines()) {
            Profile.Times times = line.times();
            rows.add(Cells.cells(
                    answer,
                    line.build(),
                    names(answer, line),
                    Cell.duration(times.minNanos()),
                    Cell.duration(times.meanNanos()),
                    Cell.duration(times.p50Nanos()),
                    Cell.duration(times.p90Nanos()),
                    Cell.duration(times.p95Nanos()),
                    Cell.duration(times.p99Nanos()),
                    Cells.max(times.maxNanos(), line.slowest()),
                    Time.isKnown(times.trend().fromNanos())
                            ? Cell.change(
                                    times.trend().fromNanos(), times.trend().toNanos())
                            : Cell.unknown(),
                    Cell.spark(times.trend().medians())));
        }
        List<Exhibit.Column> columns = Cells.columns(
                answer,
                heads(answer),
                number("min"),
                number("mean"),
                percentile(answer, "p50"),
                percentile(answer, "p90"),
                percentile(answer, "p95"),
                percentile(answer, "p99"),
                number("max"),
                number("trend")
                        .noted("change of the median over the observed time: Theil–Sen slope over the medians of"
                                + " equal stretches, of which five need three runs each"),
                text("medians"));
        return new Exhibit.Table(
                "handler runs by " + answer.settings().by() + ": own time of a run",
                columns,
                rows,
                answer.linesInAll(),
                Cells.EMPTY);
    }

    private static String label(Profile.Line line) {
        return line.build() == null ? line.name() : line.name() + " in " + line.build();
    }

    /// What rows are called that stand without further columns: by name, and by sequence where that is not enough.
    static List<Cell> names(List<Profile.Line> lines) {
        Map<String, Long> names =
                lines.stream().collect(Collectors.groupingBy(HandlerTables::label, Collectors.counting()));
        return lines.stream()
                .map(line -> {
                    // A handler that several sequences name has a row for each of them.
                    boolean several = names.getOrDefault(label(line), 0L) > 1
                            && !line.sequence().isEmpty();
                    String label = label(line) + (several ? " of " + line.sequence() : "");
                    return label.equals(line.name())
                            ? Cells.name(line)
                            : new Cell(
                                    Cell.code(label).value(), Cells.name(line).references());
                })
                .toList();
    }

    /// Where own time went over time.
    static Exhibit heatmap(Profile answer) {
        List<Cell> rows = names(answer.lines());
        List<Cell> columns = new ArrayList<>();
        int stretches = answer.lines().isEmpty()
                ? 0
                : answer.lines().getFirst().byStretch().size();
        for (int stretch = 0; stretch < stretches; stretch++) {
            columns.add(Cell.instant(answer.fromNanos() + stretch * answer.stretchNanos()));
        }
        List<Long> values = answer.lines().stream()
                .flatMap(line -> line.byStretch().stream())
                .toList();
        return new Exhibit.Matrix(
                "own time by " + answer.settings().by() + " over time",
                rows,
                columns,
                values,
                Exhibit.Matrix.Quantity.DURATION,
                Cells.EMPTY);
    }

    private static Exhibit.Column percentile(Profile answer, String title) {
        return answer.exact() ? number(title) : number(title).noted(WITHIN);
    }

    private static List<Exhibit.Column> heads(Profile answer) {
        return answer.settings().grouping() == By.HANDLER
                ? List.of(text("handler"), text("sequence"))
                : List.of(text(answer.settings().by()));
    }

    private static List<Cell> names(Profile answer, Profile.Line line) {
        return answer.settings().grouping() == By.HANDLER
                ? List.of(Cells.name(line), Cell.code(line.sequence()))
                : List.of(Cells.name(line));
    }
}

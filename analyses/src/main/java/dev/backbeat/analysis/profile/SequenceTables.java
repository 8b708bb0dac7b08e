package dev.backbeat.analysis.profile;

import static dev.backbeat.model.Exhibit.Column.number;
import static dev.backbeat.model.Exhibit.Column.text;

import dev.backbeat.model.Cell;
import dev.backbeat.model.ExecutionSet;
import dev.backbeat.model.Exhibit;
import dev.backbeat.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/// Shows sequences and beats.
final class SequenceTables {

    private SequenceTables() {}

    /// All executions together.
    static Exhibit summary(Profile answer) {
        List<Exhibit.Summary.Fact> facts = new ArrayList<>();
        long whole = sum(answer, line -> line.time().totalNanos());
        long begun = sum(answer, Profile.SequenceLine::begun);
        long never = sum(answer, Profile.SequenceLine::executions) - begun;
        facts.add(fact("executions", executions(begun, "begun")));
        if (never > 0) {
            facts.add(fact("queued, never started", executions(never, "never_started")));
        }
        facts.add(fact("time of all executions", Cell.duration(whole)));
        facts.add(fact(
                "· queue wait", Cell.duration(sum(answer, line -> line.time().queueWaitNanos()))));
        facts.add(fact(
                "· in handlers", Cell.duration(sum(answer, line -> line.time().handlerNanos()))));
        facts.add(fact(
                "· in beats, outside handlers",
                Cell.duration(sum(answer, line -> line.time().inBeatNanos()))));
        facts.add(fact(
                "· between beats", Cell.duration(sum(answer, line -> line.time().betweenNanos()))));
        facts.add(fact(
                "handlers after the end",
                Cell.duration(sum(answer, line -> line.time().afterEndNanos()))));
        facts.add(fact("handlers waited", Cell.duration(sum(answer, Profile.SequenceLine::waitedNanos))));
        facts.add(fact(
                "percentiles",
                Cell.text(answer.exact() ? "exact, by nearest rank" : "within 1 %, by nearest rank of buckets")));
        return new Exhibit.Summary("where time goes", facts);
    }

    private static Cell executions(long count, String status) {
        return Cell.count(count)
                .to(new Reference.ToExecutions(ExecutionSet.all().ended(status)));
    }

    private static long sum(Profile answer, ToLongFunction<Profile.SequenceLine> figure) {
        return answer.sequences().stream().mapToLong(figure).sum();
    }

    private static Exhibit.Summary.Fact fact(String label, Cell cell) {
        return new Exhibit.Summary.Fact(label, cell);
    }

    /// How the time of sequences divides.
    static Exhibit sequences(Profile answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.SequenceLine line : answer.sequences()) {
            rows.add(Cells.cells(
                    answer,
                    line.build(),
                    List.of(Cell.code(line.name()).to(new Reference.ToSequence(line.sequence()))),
                    Cells.executions(Cell.count(line.executions()), line.sequence(), line.build()),
                    Cell.duration(line.time().totalNanos()),
                    Cell.duration(line.time().queueWaitNanos()),
                    Cell.duration(line.time().handlerNanos()),
                    Cell.duration(line.time().inBeatNanos()),
                    Cell.duration(line.time().betweenNanos()),
                    Cell.share(line.time().overheadNanos(), line.time().totalNanos()),
                    Cell.duration(line.time().afterEndNanos()),
                    Cell.duration(line.beatNanos()),
                    Cell.duration(line.waitedNanos()),
                    line.open() == 0 ? Cell.text("") : Cell.count(line.open()),
                    Cells.slowest(line.slowest())));
        }
        int top = Math.min(rows.size(), answer.settings().top());
        List<Exhibit.Column> columns = Cells.columns(
                answer,
                List.of(text("sequence")),
                number("runs"),
                number("time").noted("from the queue to the end: queue + handlers + in beats + between"),
                number("queue"),
                number("handlers"),
                number("in beats").noted("inside beat runs, while no handler had time of its own"),
                number("between"),
                number("overhead").noted("queue, in beats and between, of its time"),
                number("after end").noted("handler time after the reported end, not part of its time"),
                number("beats").noted("the durations of its beat runs as the log reports them"),
                number("waited").noted("what its handler runs waited for each other"),
                number("open").noted("never reported as ended: their time is known up to their last evidence"),
                text("slowest"));
        return new Exhibit.Table(
                "sequences: how their time divides",
                columns,
                rows.subList(0, top),
                rows.size(),
                "nothing that fits was executed; see `backbeat executions`");
    }

    /// Beats by their duration.
    static Exhibit beats(Profile answer) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Profile.BeatLine line : answer.beats()) {
            String number = line.number() < 0 ? "" : line.number() + " ";
            String name = Objects.requireNonNullElse(line.title(), Objects.requireNonNullElse(line.event(), "?"));
            rows.add(Cells.cells(
                    answer,
                    line.build(),
                    List.of(
                            Cell.code(number + name),
                            Cell.code(line.sequence()).to(new Reference.ToSequence(line.sequence()))),
                    Cells.executions(Cell.count(line.runs()), line.sequence(), line.build()),
                    Cell.duration(line.totalNanos()),
                    Cell.duration(line.p50Nanos()),
                    Cell.duration(line.p95Nanos()),
                    Cells.max(line.maxNanos(), line.slowest()),
                    Cell.share(line.totalNanos(), answer.beatNanos()),
                    Cells.slowest(line.slowest())));
        }
        List<Exhibit.Column> columns = Cells.columns(
                answer,
                List.of(text("beat"), text("sequence")),
                number("runs"),
                number("duration"),
                number("p50"),
                number("p95"),
                number("max"),
                number("share"),
                text("slowest"));
        return new Exhibit.Table("bottlenecks by beat, as logged", columns, rows, answer.beatsInAll(), Cells.EMPTY);
    }
}
